// What is too wide for the screen scrolls on its own; a keyboard has to reach it then, and only then.
(() => {
  "use strict";
  const wide = ".wide, .statement, .display, .formula, .table-wrapper, table.chain td, #rules td, pre";
  const mark = () => {
    for (const box of document.querySelectorAll(wide)) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  };
  for (const event of ["load", "resize", "answered"]) addEventListener(event, mark);
  addEventListener("toggle", mark, true);
})();
