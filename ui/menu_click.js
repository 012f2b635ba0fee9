// A popover that closes tells the server so a moment after the click that closed it, and names the
// page it stood on. Where that click was one on a link to another page, Streamlit (1.67) takes the later message
// for the newer wish and stays on the old page: the click is lost. So such a click waits until the
// page has begun to follow the popover, and is made then.
(() => {
  const LINK = "[data-testid='stSidebarNavLink'], [data-testid='stPageLink-NavLink']";
  const POPOVER = "[data-testid='stPopoverBody']";
  const RUNNING = "[data-testid='stApp'][data-test-script-state='running']";
  const LONGEST_MS = 800; // a popover that tells the server nothing

  const whenFollowed = (then) => {
    const began = performance.now();
    const look = () => {
      const closed = !document.querySelector(POPOVER);
      const followed = closed && document.querySelector(RUNNING);
      if (followed || performance.now() - began > LONGEST_MS) then();
      else requestAnimationFrame(look);
    };
    look();
  };
  let ours = false; // the click that is made again
  addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest(LINK);
    const another = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (ours || another || !link || !document.querySelector(POPOVER)) return;
    event.preventDefault();
    event.stopPropagation();
    const beside = new MouseEvent("click", { bubbles: true, cancelable: true, composed: true });
    link.parentElement.dispatchEvent(beside); // so that the popover closes all the same
    whenFollowed(() => {
      ours = true;
      link.click();
      ours = false;
    });
  }, { capture: true });
})();
