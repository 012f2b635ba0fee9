// Streamlit's own controls speak English only; in Chinese mode this gives them Chinese words.
// The words are matched whole, so a sentence of ours is never touched, and every one is
// given back when the reader switches to English (the page carries a mark).
// A link may say ?lang=en; Streamlit's switch keeps the language's name, so the address says that.
(() => {
  const address = new URL(location.href);
  const name = { zh: "中文", en: "English" }[address.searchParams.get("lang")];
  if (!name) return;
  address.searchParams.set("lang", name);
  history.replaceState(history.state, "", address);
})();

(() => {
  const WORDS = {
    "Upload": "选择文件", "Browse files": "选择文件", "Fullscreen": "全屏", "Close fullscreen": "退出全屏",
    "No results": "没有匹配项", "Choose an option": "请选择", "Choose options": "请选择", "Select all": "全选",
    "Download as CSV": "下载为 CSV", "Search": "搜索", "Show/hide columns": "显示或隐藏列",
    "Sort ascending": "升序", "Sort descending": "降序", "Autosize": "自动列宽", "Pin column": "固定列",
    "Unpin column": "取消固定", "Hide column": "隐藏列", "Format": "格式", "Column statistics": "列统计",
    "Statistics": "统计", "Settings": "设置", "Print": "打印", "Rerun": "重新运行", "Stop": "停止",
    "About": "关于", "Theme": "外观", "System": "跟随系统", "Light": "浅色", "Dark": "深色",
    "Use system setting": "跟随系统", "Custom theme": "默认外观", "Main menu": "菜单",
    "Running...": "运行中…", "Connecting": "连接中", "Connecting...": "连接中…", "Please wait...": "请稍候…",
    "View less": "收起", "View more": "展开", "Skip to main content": "跳到主要内容",
    "Page not found": "找不到页面",
    "The page that you have requested does not seem to exist. Running the app's main page.":
      "没有这个地址的页面，已为您打开首页。",
    "Connection error": "连接中断", "Clear selection": "清除选择",
    "Clear value": "清除", "Clear all": "全部清除", "Press Enter to apply": "按回车确认",
    "Press Enter to submit form": "按回车提交", "Close": "关闭", "Record a screencast": "录制屏幕",
    "Open sidebar": "展开侧栏", "Close sidebar": "收起侧栏", "Remove file": "移除文件",
    "Drag and drop file here": "把文件拖到这里", "empty": "空", "None": "空", "yyyy": "年", "mm": "月", "dd": "日",
    "Open": "展开", "Sidebar": "侧栏", "Collapse sidebar": "收起侧栏", "Expand sidebar": "展开侧栏",
    "App pages": "页面", "Link to heading": "本节链接", "Navigate to home page": "返回首页",
    "Selected values": "已选", "Choose date": "选择日期", "Decrement": "减少", "Increment": "增加",
    "file upload": "选择文件", "Clear date": "清除日期", "Clear dates": "清除日期", "Empty": "空",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.": "用方向键移动，按回车选定，按 Esc 关闭。",
    "Next": "后一月", "Previous": "前一月", "Invalid date": "日期无效", "No file chosen": "尚未选择文件",
    "Make a copy": "复制", "Copy to clipboard": "复制", "Help": "说明", "Download": "下载",
    "yyyy": "年", "mm": "月", "dd": "日",
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:":
      "服务可能已停止，请联系管理员；恢复后本页会自动继续。",
    "Streamlit server is not responding. Are you connected to the internet?":
      "服务没有响应，可能正在重启：恢复后本页会自动继续，已提交的内容不会丢失。久未恢复的，请检查办公网络或联系管理员。",
    "Connection failed with status 401.": "登录已结束，请刷新页面重新登录。",
    "Connection failed with status 403.": "请求被拒绝，请刷新页面；仍不成，请联系管理员。",
  };
  const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December"];
  const DAY = "(?:[A-Z][a-z]+, )?([A-Z][a-z]+) (\\d{1,2}), (\\d{4})";
  const day = (name, number, year) => `${year}年${MONTHS.indexOf(name) + 1}月${number}日`;
  const PARTS = { year: "年", month: "月", day: "日" };
  const PATTERNS = [
    [/^(year|month|day), (.+)$/, (m, part, label) => `${label}：${PARTS[part]}`],
    [/^(\d+) – [A-Z][a-z]+$/, (m, number) => `${Number(number)}月`],
    [new RegExp(`^Selected Date: ${DAY}$`), (m, ...one) => `已选日期：${day(...one)}`],
    [new RegExp(`^Selected Range: ${DAY} to ${DAY}$`),
      (m, a, b, c, d, e, f) => `已选日期：${day(a, b, c)}至${day(d, e, f)}`],
    [/^Remove (.+)$/, (m, x) => `移除${x}`],
    [/^[a-z_]+ icon$/, () => "图标"],
    [/^Shortcut (.+)$/, (m, x) => `快捷键 ${x}`],
    [/^(\d+(?:\.\d+)?)(B|KB|MB|GB) per file(?: • (.*))?$/, (m, n, u, t) => `单个文件不超过 ${n}${u}` + (t ? ` • ${t}` : "")],
    [/^Limit (\d+(?:\.\d+)?)(B|KB|MB|GB) per file(?: • (.*))?$/, (m, n, u, t) => `单个文件不超过 ${n}${u}` + (t ? ` • ${t}` : "")],
    [/^View (\d+) more$/, (m, n) => `展开其余 ${n} 项`],
    [/^Error: (.+) files are not allowed\.?$/, (m, x) => `不支持 ${x} 文件`],
    [/^(.+) files are not allowed\.?$/, (m, x) => `不支持 ${x} 文件`],
    [/^File must be (\d+(?:\.\d+)?)(B|KB|MB|GB) or smaller\.?$/, (m, n, u) => `文件不能超过 ${n}${u}`],
    [/^You have requested page \/(.+), but no corresponding file was found in the app's pages\/ directory\. Running the app's main page\.$/,
      (m, x) => `没有“${x}”这个页面，已为您打开首页。`],
    [/^Help for (.+)$/, (m, x) => `${x}：说明`],
  ];
  const ATTRIBUTES = ["title", "aria-label", "aria-valuetext", "placeholder", "data-title"];
  const ours = "code,pre,textarea,[data-testid='stMarkdownContainer']";
  const theirs = "[data-testid^='stFileUploader'],[role='dialog']:not(:has([data-testid='stVerticalBlock']))";
  const before = new Map();
  const english = () => {
    const mark = document.querySelector("[data-app-language]");
    if (mark) return mark.dataset.appLanguage === "en";
    return new URLSearchParams(location.search).get("lang")?.toLowerCase().startsWith("en") ?? false;
  };

  const translated = (text) => {
    const key = text.trim();
    if (!key) return null;
    if (Object.hasOwn(WORDS, key)) return text.replace(key, WORDS[key]);
    for (const [pattern, say] of PATTERNS) if (pattern.test(key)) return key.replace(pattern, say);
    return null;
  };
  const remember = (node, slot, text) => {
    if (!before.has(node)) before.set(node, {});
    before.get(node)[slot] = text;
  };
  const visit = (node) => {
    if (english()) return;
    if (node.nodeType === Node.TEXT_NODE) {
      const parent = node.parentElement;
      if (parent?.closest(ours) && !parent.closest(theirs)) return;
      const text = translated(node.nodeValue);
      if (text !== null && text !== node.nodeValue) {
        remember(node, "text", node.nodeValue);
        node.nodeValue = text;
      }
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      for (const name of ATTRIBUTES) {
        const value = node.getAttribute(name);
        const text = value && translated(value);
        if (text && text !== value) {
          remember(node, name, value);
          node.setAttribute(name, text);
        }
      }
    }
  };
  const walk = (root) => {
    visit(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) visit(walker.currentNode);
  };
  const giveBack = () => {
    for (const [node, slots] of before) {
      for (const [slot, text] of Object.entries(slots)) {
        const now = slot === "text" ? node.nodeValue : node.getAttribute(slot);
        if (now !== translated(text)) continue; // Streamlit has said something newer there
        if (slot === "text") node.nodeValue = text;
        else node.setAttribute(slot, text);
      }
    }
    before.clear();
  };
  const appNames = new Set(["规划落实看板"]); // of a title Streamlit gave or we did
  const nameApp = () => { // Streamlit calls its picture "Logo" in every language
    const name = document.querySelector("[data-app-name]")?.dataset.appName;
    for (const logo of name ? document.querySelectorAll('img[data-testid$="Logo"]') : [])
      if (logo.alt !== name) logo.alt = name;
    if (name && appNames.add(name).has(document.title) && document.title !== name) document.title = name;
  };
  let spoken = null;
  const follow = () => {
    nameApp();
    const language = english() ? "en" : "zh-CN";
    if (language === spoken) return;
    spoken = language;
    document.documentElement.lang = language;
    if (language === "en") giveBack();
    else if (document.body) walk(document.body);
  };
  new MutationObserver((changes) => {
    follow();
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(walk);
      else visit(change.target);
    }
  }).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
  });
  follow();
})();
