"""The control words of RTF that matter to what is shown, as data."""

import re

TOKEN = re.compile(
    r"\\(?P<word>[a-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-z'])|(?P<brace>[{}])"
    r"|(?P<plain>[^\\{}\r\n\0]+)|[\r\n\0\\]",
    re.DOTALL,
)
SKIPPED = frozenset(
    "colortbl pict object header headerl headerr headerf footer footerl footerr footerf listtable listoverridetable "
    "rsidtbl generator xmlnstbl themedata colorschememapping datastore latentstyles listtext pntext pntxta pntxtb "
    "fldinst nonshppict bkmkstart bkmkend annotation atnid atnauthor filetbl revtbl shpinst mmathPr userprops "
    "private template keycode ftnsep ftnsepc aftnsep aftnsepc pgdsctbl tc xe".split()
)
TABLES = {
    "fonttbl": "fonts",
    "stylesheet": "styles",
    "title": "title",
    "footnote": "note",
    "creatim": "date",
    "info": "info",
}
SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ",
}  # fmt: skip
MARKS = {"~": "\u00a0", "_": "\u2011", "\\": "\\", "{": "{", "}": "}"}
CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
