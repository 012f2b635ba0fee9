// On a phone the menu lies over the page: once an answer of the search box is chosen, it gives way.
document.addEventListener("click", (event) => {
  if (innerWidth >= 768 || !event.target.closest?.('[class*="st-key-found-"]')) return;
  setTimeout(() => document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click(), 300);
});
// The enter key goes to the only answer, once it is that of what was typed.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing || !event.target.closest?.(".st-key-search")) return;
  const typed = event.target.value;
  setTimeout(() => {
    const found = [...document.querySelectorAll('[class*="st-key-found-"] button')];
    const isAnswered = found.length === 1 && !found[0].closest('[data-stale="true"]');
    if (isAnswered && event.target.value === typed) found[0].click();
  }, 600);
});
