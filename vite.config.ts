import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [reactRouter()],
  // One bundle holds pages, endpoints and the program itself: two would mean two pools and errors that are not instances of themselves.
  environments: { ssr: { build: { rolldownOptions: { input: "src/main.ts" } } } },
  build: { target: "es2024", assetsInlineLimit: 0 },
});
