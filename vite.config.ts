import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [reactRouter()],
  // One bundle holds pages, endpoints and the program itself: two would mean two pools and errors that are not instances of themselves.
  environments: {
    ssr: {
      build: { rolldownOptions: { input: "src/main.ts" } },
      // React in the bundle is React as it is meant to run; beside it, each process would choose by its environment, and most often wrongly.
      define: { "process.env.NODE_ENV": JSON.stringify("production") },
      resolve: { noExternal: ["react", "react-dom", "react-router", "@react-router/node"] },
    },
  },
  build: { target: "es2024", assetsInlineLimit: 0 },
});
