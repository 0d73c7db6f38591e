/* What if: evaluates the coefficients in the page at the values that a reader chooses.

A category is a sum of products. Of each product, `t` names the numbers in it, each as its share of
the way from its low end to its high one; `c` has a coefficient for each product, at each point of
the grids `g`. A saving is minus the categories, each times the weight that it has in an account. */
(function () {
  "use strict";

  var SAID_AFTER = 600; // milliseconds without a change, before it is read aloud

  function text(number, decimals, data) {
    var rounded = Math.abs(number).toFixed(decimals);
    var parts = rounded.split(".");
    var whole = parts[0].replace(/\B(?=(\d{3})+$)/g, data.thousands);
    var sign = number < 0 && Number(rounded) !== 0 ? "-" : "";
    return sign + whole + (parts[1] ? data.decimal + parts[1] : "");
  }

  function money(number, data) {
    return text(number, 2, data) + " " + data.currency;
  }

  function signed(number, data) {
    var told = text(number, 2, data);
    return number > 0 && /[1-9]/.test(told) ? "+" + told : told;
  }

  function filled(words, values) {
    return words.replace(/\{(\w+)\}/g, function (whole, name) {
      return name in values ? values[name] : whole;
    });
  }

  /* The cost difference of a category. shares: of each number; places: of each on its grid. */
  function difference(part, shares, places, sliders) {
    var row = 0;
    part.g.forEach(function (grid) {
      row = row * sliders[grid].stops.length + places[grid];
    });
    return part.t.reduce(function (sum, term, index) {
      var product = part.c[row * part.t.length + index];
      term.forEach(function (number) { product *= shares[number]; });
      return sum + product;
    }, 0);
  }

  /* The saving of every account of every arm, at a value of each number. */
  function savings(data, values) {
    var shares = data.sliders.map(function (one, index) {
      return (values[index] - one.low) / (one.high - one.low);
    });
    var places = data.sliders.map(function (one, index) {
      return one.stops.indexOf(values[index]);
    });
    return data.answers.map(function (answer) {
      var parts = answer.parts.map(function (part) {
        return difference(part, shares, places, data.sliders);
      });
      function of(account) {
        return account.weights.reduce(function (sum, pair) {
          return sum - pair[1] * parts[pair[0]];
        }, 0);
      }
      return {
        total: of(answer.total),
        payers: answer.payers.map(of),
        categories: answer.categories.map(of)
      };
    });
  }

  /* The position on the slider that is nearest to a value. */
  function nearest(stops, value) {
    return stops.reduce(function (best, stop, index) {
      return Math.abs(stop - value) < Math.abs(stops[best] - value) ? index : best;
    }, 0);
  }

  function quoted(word) {
    return /^[\w@%+=:,.\/-]+$/.test(word) ? word : "'" + word.replace(/'/g, "'\"'\"'") + "'";
  }

  function start(root) {
    var data = JSON.parse(root.querySelector("script").textContent);
    var now = data.sliders.map(function (one) { return one.now; });
    var values = now.slice();
    var people = data.people;
    var before = savings(data, now);
    var waiting = null;

    function one(selector) { return root.querySelector(selector); }
    function all(selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }

    function sentence(answer, saving) {
      var words = saving < 0 ? answer.costs : answer.saves;
      var told = filled(words, { amount: money(Math.abs(saving), data) });
      if (people > 1) {
        told += " " + filled(data.words.for_people, {
          people: text(people, 0, data), amount: money(Math.abs(saving) * people, data)
        }).replace(/\.\.$/, "."); // kr. and the end of the sentence
      }
      return told;
    }

    function show() {
      var found = savings(data, values);
      var sentences = found.map(function (each, index) {
        return sentence(data.answers[index], each.total);
      });
      all("[data-answer]").forEach(function (line, index) { line.textContent = sentences[index]; });
      all("[data-row]").forEach(function (row) {
        var place = row.getAttribute("data-row").split(" ");
        function amount(list) {
          var kind = list[Number(place[0])][place[1]];
          return place.length > 2 ? kind[Number(place[2])] : kind;
        }
        var cells = row.querySelectorAll("td");
        var was = amount(before), is = amount(found);
        cells[0].textContent = signed(was, data);
        cells[1].textContent = signed(is, data);
        cells[2].textContent = signed(is - was, data);
      });
      var settings = data.sliders.map(function (slider, index) {
        if (values[index] === slider.now) { return ""; }
        return " --set " + quoted(slider.before + String(values[index]) + slider.after);
      });
      one("[data-command]").textContent = data.command + settings.join("");
      window.clearTimeout(waiting);
      waiting = window.setTimeout(function () {
        one("[data-said]").textContent = sentences.join(" ");
      }, SAID_AFTER);
    }

    /* Shows the value of a number in its controls, all but the one in which it was changed. */
    function place(index, except) {
      var slider = data.sliders[index];
      var range = one("[data-range='" + index + "']");
      var field = one("[data-value='" + index + "']");
      var stop = nearest(slider.stops, values[index]);
      var shown = slider.stops[stop] === values[index]
        ? slider.shown[stop] : text(values[index] * slider.scale, 6, data);
      range.setAttribute("aria-valuetext", shown + (slider.unit ? " " + slider.unit : ""));
      if (range !== except) { range.value = stop; }
      if (field !== except) {
        field.value = slider.grid ? stop : Number((values[index] * slider.scale).toPrecision(10));
        wrong(field, "");
      }
    }

    function wrong(field, words) {
      var said = one("#" + field.id + "-wrong");
      field.setAttribute("aria-invalid", words ? "true" : "false");
      if (said) { said.textContent = words; }
    }

    function moved(event) {
      var index = Number(event.target.getAttribute("data-range") || event.target.getAttribute("data-value"));
      values[index] = data.sliders[index].stops[Number(event.target.value)];
      place(index, event.target);
      show();
    }

    function typed(event) {
      var field = event.target, index = Number(field.getAttribute("data-value"));
      var slider = data.sliders[index], value = field.valueAsNumber / slider.scale;
      var slack = 1e-9 * (slider.high - slider.low);
      if (!(value >= slider.low - slack && value <= slider.high + slack)) {
        wrong(field, filled(data.words.outside, {
          low: slider.shown[0], high: slider.shown[slider.shown.length - 1]
        }));
        return;
      }
      wrong(field, "");
      values[index] = value;
      place(index, field);
      show();
    }

    function counted(event) {
      var field = event.target, number = field.valueAsNumber;
      if (!(number >= 1 && number === Math.floor(number))) {
        wrong(field, data.words.whole);
        return;
      }
      wrong(field, "");
      people = number;
      show();
    }

    function reset() {
      values = now.slice();
      people = data.people;
      data.sliders.forEach(function (slider, index) { place(index, null); });
      one("[data-people]").value = people;
      wrong(one("[data-people]"), "");
      show();
    }

    all("[data-range], select[data-value]").forEach(function (control) {
      control.addEventListener("input", moved);
    });
    all("input[data-value]").forEach(function (field) { field.addEventListener("input", typed); });
    one("[data-people]").addEventListener("input", counted);
    one("[data-reset]").addEventListener("click", reset);
    reset();
    window.clearTimeout(waiting); // nothing has changed yet that should be read aloud
    root.hidden = false;
    root.savings = function (at) { return savings(data, at); };
  }

  Array.prototype.forEach.call(document.querySelectorAll("[data-what-if]"), start);
})();
