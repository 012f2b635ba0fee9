// Streamlit takes a day that was typed only when the field is left: here Enter takes it too.
// While its calendar is open a press outside of it does that, without the focus going away.
(() => {
  document.addEventListener("keydown", (event) => {
    const part = event.target;
    if (event.key !== "Enter" || event.isComposing || part.getAttribute?.("role") !== "spinbutton") return;
    const field = part.closest('[data-testid="stDateInput"]');
    if (!field) return;
    event.preventDefault();
    if (document.querySelector('[data-testid="stDateInputCalendar"]')) {
      field.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, isPrimary: true }));
    } else part.blur();
  }, true); // the field keeps Enter to itself
})();
