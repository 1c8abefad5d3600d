// The part of react-dom that the examples are rendered with; its own types are not installed.
declare module "react-dom/client" {
  import type { ReactNode } from "react";
  export function createRoot(container: never): { render(element: ReactNode): void };
}
