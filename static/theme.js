// Runs before the page is drawn: without a choice of their own, readers get the look
// that their system asks for.
if (!document.documentElement.dataset.bsTheme) {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const follow = () => (document.documentElement.dataset.bsTheme = dark.matches ? "dark" : "light");
  dark.addEventListener("change", follow);
  follow();
}
