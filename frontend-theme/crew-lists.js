// Forgets the lists of passengers that boarding.js keeps on a crew's phone for the time without a network: all of them
// where nobody of the staff is signed in any more, and otherwise those of trips that are over.
(async () => {
  const isStaff = document.currentScript.dataset.staff === 'true';
  if (!window.caches || !navigator.serviceWorker) return;

  const isOver = async (name) => {
    const cache = await caches.open(name);
    const list = (await cache.keys()).find(({ url }) => url.endsWith('/manifest/list'));
    const kept = list && (await cache.match(list));
    return !(kept && Date.parse(kept.headers.get('Expires')) > Date.now());
  };

  const names = (await caches.keys()).filter((name) => name.startsWith('busticket-crew-'));
  for (const name of names) {
    if (isStaff && !(await isOver(name))) continue;
    await caches.delete(name);
    const page = `/operator/trips/${name.slice('busticket-crew-'.length)}/manifest`;
    const workers = await navigator.serviceWorker.getRegistrations();
    await Promise.all(workers.filter(({ scope }) => scope.endsWith(page)).map((worker) => worker.unregister()));
  }
})();
