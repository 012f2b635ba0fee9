// On a phone the menu lies over the page: once an answer of the search box is chosen, it gives way.
document.addEventListener("click", (event) => {
  if (innerWidth >= 768 || !event.target.closest?.('[class*="st-key-found-"]')) return;
  setTimeout(() => document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click(), 300);
});
