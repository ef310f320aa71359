// Draws every [data-chart] on the page from the JSON beside it. Each chart's table stands under it, so when
// anything here fails the empty space is taken away and nothing is lost.

const NARROW = 560; // CSS pixels of the chart itself
const PRINT_WIDTH = 680; // A4 less its margins
const PRINT_HALF = { width: 330, height: 165, perHeight: 0.385 }; // two beside each other
const PRINT_TYPE = ["font", "legend.font", "xaxis.tickfont", "yaxis.tickfont"].map((font) => `${font}.size`);
const OPTIONS = {
  displayModeBar: false,
  responsive: true,
  staticPlot: false,
  showSendToCloud: false,
  plotlyServerURL: "",
};

const charts = [...document.querySelectorAll("[data-chart]")];
const isNarrow = (chart) => chart.clientWidth < NARROW;
const widthOf = (chart) => (isNarrow(chart) ? "narrow" : "wide");

const arrival = (element) =>
  new Promise((resolve, reject) => {
    element.addEventListener("load", resolve);
    element.addEventListener("error", () => reject(new Error(`${element.src || element.href} did not arrive`)));
    document.head.append(element);
  });

const loadPlotly = ({ plotly, plotlyStyle }) => {
  // With this id and class plotly.js writes no <style> of its own, which the content security policy forbids.
  const style = Object.assign(document.createElement("link"), {
    id: "plotly.js-style-global",
    className: "no-inline-styles",
    rel: "stylesheet",
    href: plotlyStyle,
  });
  const script = Object.assign(document.createElement("script"), { src: plotly });
  return Promise.all([arrival(style), arrival(script)]);
};

// What a chart does otherwise where it is narrow, such as a legend in place of labels, it says itself: layout.meta.narrow.
const fitted = (layout, chart) => {
  if (!isNarrow(chart)) return layout;
  const axis = { nticks: 5, tickfont: { size: 12 } };
  const own = { ...layout, ...layout.meta?.narrow };
  return {
    ...own,
    height: layout.height + 80,
    legend: { ...layout.legend, y: 0, yref: "container", yanchor: "bottom", font: { size: 13 } },
    xaxis: { ...own.xaxis, ...axis },
    yaxis: { ...own.yaxis, tickfont: axis.tickfont },
    annotations: own.annotations?.map((words) => ({ ...words, font: { ...words.font, size: 12 } })),
  };
};

const draw = async (chart) => {
  const { data, layout } = JSON.parse(document.getElementById(chart.dataset.chart).textContent);
  const fit = fitted(layout, chart);
  chart.style.height = `${fit.height}px`; // else a resize drops the height and the drawing outgrows its place
  await Plotly.newPlot(chart, data, fit, OPTIONS);
  chart.dataset.ready = widthOf(chart);
};

const drawAgainWhereTheWidthAsksForIt = () =>
  charts.filter((chart) => chart.dataset.ready && chart.dataset.ready !== widthOf(chart)).forEach(draw);

const onScreen = new Map(); // what of each chart changes on paper

const resizeAll = (changeOf) =>
  charts.forEach((chart) => chart.dataset.ready && Plotly.relayout(chart, changeOf(chart)));

const sizeOf = (layout, path) => path.split(".").reduce((part, name) => part?.[name], layout) ?? null;

const forPaper = (chart) => {
  if (chart.dataset.paper !== "half") return { width: PRINT_WIDTH };
  const type = PRINT_TYPE.map((path) => [path, sizeOf(chart.layout, path)]);
  onScreen.set(chart, { height: chart.layout.height, ...Object.fromEntries(type) });
  const height = Math.max(PRINT_HALF.height, PRINT_HALF.perHeight * chart.layout.height);
  chart.style.height = `${height}px`;
  return { width: PRINT_HALF.width, height, ...Object.fromEntries(PRINT_TYPE.map((path) => [path, 8])) };
};

const forScreen = (chart) => {
  const was = onScreen.get(chart) ?? { height: chart.layout.height };
  chart.style.height = `${was.height}px`;
  return { ...was, width: null, autosize: true };
};

try {
  await loadPlotly(charts[0].dataset);
  await Promise.all(charts.map(draw));
  window.addEventListener("resize", drawAgainWhereTheWidthAsksForIt);
  window.addEventListener("beforeprint", () => resizeAll(forPaper));
  window.addEventListener("afterprint", () => resizeAll(forScreen));
} catch (error) {
  console.error(error);
  charts.filter((chart) => !chart.dataset.ready).forEach((chart) => (chart.hidden = true));
}
