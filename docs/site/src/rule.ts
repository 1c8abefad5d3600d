import { colour } from "./code.js";
import { fill } from "./page.js";
import { locale } from "./words.js";

// The page holds the rule in both languages, for those who read it without a script.
const article = document.querySelector<HTMLElement>(`article[lang="${locale}"]`);
if (article) {
  document.title = `${article.querySelector("h1")?.textContent} – paylint`;
  fill("rules", article);
  colour(article);
  if (new URLSearchParams(location.search).has("lang")) {
    for (const link of article.querySelectorAll<HTMLAnchorElement>('a[href^="."]')) {
      link.search = `?lang=${locale}`;
    }
  }
}
