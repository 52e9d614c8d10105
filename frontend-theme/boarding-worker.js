/*
 * Answers for the crew's list of one trip when it is loaded anew without a network. It reaches no further than that
 * page and the files that draw it, and keeps nothing by itself: boarding.js has put aside what is answered here.
 */
(() => {
  const PATIENCE_MILLIS = 8_000;
  const NOBODY_THERE = [502, 503, 504];
  const PAGE = registration.scope;
  const BASE = PAGE.replace(/operator\/trips\/\d+\/manifest$/, "");
  const FILES = `${BASE}frontend-theme/`;
  const LIST = `${PAGE}/list`;
  const KEPT = `busticket-crew-${/\d+(?=\/manifest$)/.exec(PAGE)}`;
  const POLICY = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src blob:",
    "base-uri 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

  const alone = () =>
    new Response(
      `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<base href="${BASE}">
<title>BusTicket</title>
<link rel="stylesheet" href="frontend-theme/styles.css">
<script defer src="frontend-theme/boarding.js"></script>
</head>
<body><main class="manifest alone" data-page="${PAGE}"></main></body>
</html>`,
      { headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY } },
    );

  const kept = async (address) => (await caches.open(KEPT)).match(address, { ignoreSearch: true });

  const page = async (request) => {
    const asked = fetch(request);
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MILLIS));
    const answer = await Promise.race([asked.catch(() => null), late]);
    if (answer && !NOBODY_THERE.includes(answer.status)) return answer;
    return (await kept(LIST)) ? alone() : asked;
  };

  const file = (request) => fetch(request).catch(async () => (await kept(request.url)) ?? Response.error());

  addEventListener("install", () => skipWaiting());
  addEventListener("activate", (event) => event.waitUntil(clients.claim()));
  addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.mode === "navigate") event.respondWith(page(request));
    else if (request.method === "GET" && request.url.startsWith(FILES)) event.respondWith(file(request));
  });
})();
