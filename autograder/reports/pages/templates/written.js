"use strict";
// Ticks, points and comments, and the table of them. Nothing is kept or sent: the table is all.
(() => {
  const NUMBER = /^[0-9]{1,4}([.,][0-9]{1,4})?$/;
  const RUN_BY_SPREADSHEETS = /^[=+\-@'\t\r]/;
  const COLUMNS = ["answer", "exercise", "question", "possible", "points", "comment", "text"];
  const known = JSON.parse(document.getElementById("typed").textContent);
  const numberIn = (text) => Number(text.replace(",", "."));
  let isDownloaded = true;

  class Marking {
    constructor(article) {
      this.labels = article.dataset.answers.split(" ");
      this.ticks = [...article.querySelectorAll("[type=checkbox]")];
      this.points = article.querySelector(".given");
      this.comment = article.querySelector(".comment");
      this.wrong = article.querySelector(".wrong");
      this.stored = this.labels.map((label) => known.answers[label]);
      this.points.value = this.agreed("points");
      this.comment.value = this.agreed("comment");
      const changed = article.querySelector(".changed");
      if (changed) changed.hidden = this.stored.every((each) => each.points);
      for (const tick of this.ticks) tick.addEventListener("change", () => this.add());
      article.addEventListener("input", () => changedSomething());
    }

    agreed(name) {
      const values = new Set(this.stored.map((each) => each[name]).filter(Boolean));
      return values.size === 1 ? [...values][0] : "";
    }

    add() {
      const ticked = this.ticks.filter((tick) => tick.checked);
      const sum = ticked.reduce((total, tick) => total + Number(tick.dataset.points), 0);
      this.points.value = String(Math.min(known.possible, Number(sum.toFixed(4))));
      changedSomething();
    }

    get given() {
      return { points: this.points.value.trim(), comment: this.comment.value.trim() };
    }

    get isWrong() {
      const { points } = this.given;
      return points !== "" && !(NUMBER.test(points) && numberIn(points) <= known.possible);
    }

    get rows() {
      const { points, comment } = this.given;
      if (!points && !comment) return [];
      const differs = (each) => (points && points !== each.points) || comment !== each.comment;
      return this.labels.filter((label, at) => differs(this.stored[at])).map((label) => [
        label, known.exercise, known.question, String(known.possible), points,
        RUN_BY_SPREADSHEETS.test(comment) ? `'${comment}` : comment, known.answers[label].text,
      ]);
    }

    complain() {
      const isCleared = !this.points.value.trim() && this.stored.some((each) => each.points);
      this.points.setAttribute("aria-invalid", String(this.isWrong));
      this.wrong.textContent = this.isWrong
        ? `The points should be a number from 0 to ${known.possible}.`
        : isCleared ? "Points that are typed already stay; delete them in written.csv." : "";
    }
  }

  const markings = [...document.querySelectorAll(".answer")].map((each) => new Marking(each));
  const said = document.getElementById("said");

  function tell() {
    const rows = markings.flatMap((each) => each.rows).length;
    const answers = markings.flatMap((each) => each.labels).length;
    const graded = markings.reduce((total, each) => total + (each.given.points
      ? each.labels.length : each.stored.filter((one) => one.points).length), 0);
    const wrong = markings.filter((each) => each.isWrong).length;
    said.textContent = `${graded} of ${answers} answers have points; the table has `
      + `${rows} new ${rows === 1 ? "row" : "rows"}.`
      + (wrong ? ` ${wrong} cannot be used: look at the points in red.` : "");
    for (const each of markings) each.complain();
    const comments = new Set(markings.map((each) => each.given.comment).filter(Boolean));
    document.getElementById("comments").replaceChildren(...[...comments].sort().map((comment) => {
      const option = document.createElement("option");
      option.value = comment;
      return option;
    }));
  }

  function changedSomething() {
    isDownloaded = false;
    tell();
  }

  function download() {
    const wrong = markings.find((each) => each.isWrong);
    if (wrong) return wrong.points.focus();
    const quoted = (cell) => /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    const rows = [COLUMNS, ...markings.flatMap((each) => each.rows)];
    const table = rows.map((row) => `${row.map(quoted).join(",")}\n`).join("");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff", table], { type: "text/csv" }));
    link.download = `typed-${known.exercise}-${known.question}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    isDownloaded = true;
  }

  for (const each of document.querySelectorAll(".marking")) each.hidden = false;
  document.getElementById("download").addEventListener("click", download);
  window.addEventListener("beforeunload", (event) => {
    if (!isDownloaded) event.preventDefault();
  });
  tell();
})();
