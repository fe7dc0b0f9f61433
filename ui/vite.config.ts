import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";

// One file with everything in it: build_page.py says which page, and adds the security policy and the digest.
export default defineConfig(({ mode }) => ({
  plugins: [svelte(), viteSingleFile({ removeViteModuleLoader: true })],
  build: {
    target: "es2022",
    reportCompressedSize: false,
    rollupOptions: { input: `${mode === "production" ? "index" : mode}.html` },
  },
}));
