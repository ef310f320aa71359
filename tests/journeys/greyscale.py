"""What is on the screen when its colours are reduced to luminance, as a black and white printer does.

The picture is taken by the browser and read by it too, in an empty page of its own, because ours let no script in.
"""

from base64 import b64encode
from collections.abc import Sequence
from itertools import combinations
from statistics import fmean

from playwright.sync_api import Locator, Page

UNLIKE = 20  # of 256 greys, over the whole of two pictures: 8 %

GREYS = """async ([png, boxes]) => {
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const drawing = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  drawing.drawImage(picture, 0, 0);
  const light = (part) => (part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  const grey = (luminance) => luminance <= 0.0031308 ? luminance * 12.92 : 1.055 * luminance ** (1 / 2.4) - 0.055;
  return boxes.map(({x, y, width, height}) => {
    const {data} = drawing.getImageData(x, y, width, height);
    return Array.from({length: data.length / 4}, (_, pixel) => {
      const [red, green, blue] = data.slice(4 * pixel, 4 * pixel + 3);
      return 255 * grey(0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue));
    });
  });
}"""


def greys_of(places: dict[str, Locator], reader: Page, *, less: int = 0) -> dict[str, list[float]]:
    """The pixels of each of these places of a page, row by row, without so many of them at every edge."""
    page = next(iter(places.values())).page
    page.evaluate("scrollTo(0, 0)")
    boxes = [_inner(place.bounding_box(), less) for place in places.values()]
    picture = b64encode(page.screenshot(full_page=True)).decode()
    return dict(zip(places, reader.evaluate(GREYS, [picture, boxes]), strict=True))


def _inner(box: dict[str, float], less: int) -> dict[str, int]:
    inner = {place: round(box[place]) + less for place in ("x", "y")}
    return inner | {size: round(box[size]) - 2 * less for size in ("width", "height")}


def spread_evenly(greys: Sequence[float], *, number: int = 200) -> list[float]:
    """Dark to light, as so many: two patterns of any size then differ where their ink does, wherever they begin."""
    ordered = sorted(greys)
    return [ordered[place * len(ordered) // number] for place in range(number)]


def alike(pictures: dict[str, list[float]]) -> list[tuple[str, str]]:
    """Pairs that a reader could take for each other. Pictures of the same size are laid upon each other."""
    return [
        (one, other)
        for one, other in combinations(pictures, 2)
        if fmean(abs(a - b) for a, b in zip(pictures[one], pictures[other], strict=True)) < UNLIKE
    ]
