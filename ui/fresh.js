// An open page follows the ledger: it carries the version it shows, and once the server knows a
// newer one the hidden button beside the mark is pressed, so that Streamlit runs the page again.
// A page without the mark - looking back, held at a version, a sheet waiting - is left alone, and
// nobody is interrupted while typing or in a dialogue.
(() => {
  const PAUSE_MS = 300;
  const AFTER_TROUBLE_MS = 5000;
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const shown = () => Number(document.querySelector("[data-ledger-version]")?.dataset.ledgerVersion);
  const TYPED = ["stTextInput", "stTextArea", "stNumberInput", "stDateInput"];
  const typed = TYPED.map((name) => `[data-testid="${name}"]`).join();
  const busy = () =>
    document.querySelector('[role="dialog"]') || document.activeElement?.closest(typed);

  const style = document.createElement("style");
  style.textContent = ".stApp .st-key-newer-version { display: none }"; // stronger than Streamlit's own rule
  document.head.append(style);

  const newer = async (than) => {
    const answer = await fetch(`/ledger/newer?than=${than}`, { cache: "no-store" });
    if (answer.status === 401) { // signed out in another tab, or left alone too long
      const back = encodeURIComponent(location.pathname + location.search);
      // stay: where another system signs people in, this tab would be signed in again by itself
      location.assign(`/login?stay=1&next=${back}`);
    }
    if (!answer.ok) throw new Error(answer.statusText);
    return (await answer.json()).version;
  };

  const follow = async () => {
    for (;;) {
      try {
        const version = shown() ? await newer(shown()) : 0;
        while (version > shown() && busy()) await pause(PAUSE_MS);
        if (version > shown()) {
          document.querySelector(".st-key-newer-version button")?.click();
          await pause(PAUSE_MS * 3); // the page is on its way
        } else if (!version) await pause(PAUSE_MS);
      } catch {
        await pause(AFTER_TROUBLE_MS); // the server is restarting, or the line is down
      }
    }
  };
  follow();
})();
