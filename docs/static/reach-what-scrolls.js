// What scrolls sideways can be reached by the keyboard.
document.addEventListener("DOMContentLoaded", () =>
  document.querySelectorAll("pre, .table-wrapper").forEach((each) => { each.tabIndex = 0; }));
