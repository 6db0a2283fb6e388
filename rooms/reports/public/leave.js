// biome-ignore-all lint: written in the JavaScript of 2009, for old phones
// The way out, and one entry in the phone's list of pages instead of one per question.
// Everything works without this file; nothing here stores anything.
(function () {
  "use strict";
  var doc = document,
    root = doc.documentElement,
    pressed = null,
    request = null,
    left = false,
    shifts = 0,
    shiftedAt = 0;
  root.className += " js";

  function up(node, test) {
    while (node && node !== doc && !test(node)) node = node.parentNode;
    return node === doc ? null : node;
  }

  // Blank first, so that nothing stays in sight while the next site loads; then replace, so that Back does not come here.
  function leave(link) {
    if (left) return;
    left = true;
    var to = (link && link.getAttribute("data-away")) || "/report/left";
    // The server shuts what may stand further back, from before this script had come.
    try {
      navigator.sendBeacon(link.form.action, new FormData(link.form));
    } catch (old) {
      /* The way out needs no answer. */
    }
    doc.title = "\u00a0";
    doc.body.innerHTML = '<div class="blank"></div>';
    if (request) request.abort();
    window.location.replace(to);
  }

  doc.addEventListener(
    "click",
    function (event) {
      var link = up(event.target, function (node) {
        return / leave /.test(" " + node.className + " ");
      });
      if (link) {
        event.preventDefault();
        leave(link);
      }
    },
    true,
  );

  // Three times Shift, with no other key between and within a second and a half each. Not Escape: browsers and pages use it.
  doc.addEventListener(
    "keydown",
    function (event) {
      var now = new Date().getTime();
      if (event.keyCode !== 16) shifts = 0;
      else if (!event.repeat) {
        shifts = now - shiftedAt < 1500 ? shifts + 1 : 1;
        shiftedAt = now;
        if (shifts >= 3) leave(doc.querySelector(".leave"));
      }
    },
    true,
  );

  // A page that the browser kept in memory after leaving must not come back to sight.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted && left) window.location.replace("/report/left");
  });

  var parser = null;
  try {
    if (window.FormData && new DOMParser().parseFromString("<p>", "text/html").body) parser = new DOMParser();
  } catch (old) {
    /* An old browser sends the form by itself. */
  }
  if (!parser) return;

  function say(sentence) {
    var old = doc.getElementById("said"),
      box = doc.createElement("div"),
      place = doc.querySelector("main form") || doc.querySelector("main");
    if (old) old.parentNode.removeChild(old);
    box.id = "said";
    box.className = "problem";
    box.setAttribute("role", "alert");
    box.appendChild(doc.createElement("p")).appendChild(doc.createTextNode(sentence));
    place.insertBefore(box, place.firstChild);
    window.scrollTo(0, 0);
  }

  function show(text) {
    var next = parser.parseFromString(text, "text/html"),
      main = next.querySelector("main"),
      head,
      lost;
    if (!main) return false;
    if (main.getAttribute("data-kept") === "nothing" && doc.querySelector("main form")) {
      lost = main.querySelector("p");
      say(lost ? lost.textContent : doc.body.getAttribute("data-offline"));
      return true;
    }
    doc.title = next.title;
    root.lang = next.documentElement.lang;
    root.dir = next.documentElement.dir;
    doc.body.innerHTML = next.body.innerHTML;
    doc.body.setAttribute("data-offline", next.body.getAttribute("data-offline"));
    doc.body.setAttribute("data-busy", next.body.getAttribute("data-busy"));
    window.scrollTo(0, 0);
    head = doc.querySelector(".problem") || doc.querySelector("h1");
    if (head) {
      head.setAttribute("tabindex", "-1");
      head.focus();
    }
    return true;
  }

  function ask(method, address, data, button) {
    var label = button && button.innerHTML;
    function again() {
      request = null;
      if (button) {
        button.innerHTML = label;
        button.removeAttribute("aria-busy");
      }
    }
    request = new XMLHttpRequest();
    request.open(method, address);
    request.setRequestHeader("X-Step", "1");
    request.onload = function () {
      var text = this.responseText;
      again();
      if (!left && !show(text)) say(doc.body.getAttribute("data-offline"));
    };
    request.onerror = request.ontimeout = function () {
      again();
      if (!left) say(doc.body.getAttribute("data-offline"));
    };
    if (button) {
      button.innerHTML = doc.body.getAttribute("data-busy");
      button.setAttribute("aria-busy", "true");
    }
    request.send(data);
  }

  doc.addEventListener("click", function (event) {
    var button = up(event.target, function (node) {
      return node.tagName === "BUTTON";
    });
    var link = up(event.target, function (node) {
      return node.tagName === "A" && node.getAttribute("data-step") !== null;
    });
    if (button) pressed = button;
    if (!link || left || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!request) ask("GET", link.href, null, null);
  });

  doc.addEventListener("submit", function (event) {
    var form = event.target,
      data;
    event.preventDefault();
    if (request || left) return;
    data = new FormData(form);
    if (pressed && pressed.form === form && pressed.name) data.append(pressed.name, pressed.value);
    ask("POST", form.getAttribute("action"), data, pressed && pressed.form === form ? pressed : null);
    pressed = null;
  });
})();
