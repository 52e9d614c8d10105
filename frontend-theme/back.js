// Back and Forward are never lost. Between the moment an address has changed and the moment Vaadin's
// router has taken note of it (event "vaadin-navigated"), the router of Vaadin 25.1 (Flow.tsx,
// "navigated") takes a step of the person for its own: the address changes and the screen stays.
// On a slow phone that is half a second. Such a step is held here and handed on right after.
(() => {
  const LONGEST_WAIT_MILLIS = 10_000;
  let arriving = true; // true while the page loads, too
  let held = 0;
  let routersSteps = 0; // steps that the router takes itself; their events belong to it
  let routersStepsSeen = 0; // for each step of a person it goes back once and forth once

  const arrive = (name) => {
    const original = history[name];
    history[name] = (...parts) => {
      arriving ||= Boolean(parts[2]);
      original.apply(history, parts);
    };
  };
  arrive('pushState');
  arrive('replaceState');

  const go = history.go;
  history.go = (...steps) => {
    routersSteps++;
    go.apply(history, steps);
  };

  const handOn = () => {
    arriving = false;
    clearTimeout(held);
    if (held) {
      held = 0;
      dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
    }
  };
  addEventListener('vaadin-navigated', handOn);

  addEventListener('popstate', (event) => {
    if (routersSteps > 0) {
      routersSteps--;
      arriving = ++routersStepsSeen === 2;
    } else if (arriving) {
      event.stopImmediatePropagation();
      held ||= setTimeout(handOn, LONGEST_WAIT_MILLIS);
    } else {
      routersStepsSeen = 0;
    }
  }, { capture: true });
})();
