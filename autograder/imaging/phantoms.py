"""Heads made in code, whose brain is known: input and answer of the skull-removal exercise.

From outside to inside a head is air, scalp, bone, fluid, brain and, in the brain, ventricles: each
an ellipsoid within the one before. The brain bulges into the fluid in folds.
"""

from dataclasses import dataclass

import numpy as np

AIR, SCALP, BONE, FLUID, BRAIN, VENTRICLE = range(6)
DARKEST = np.float32([0, 0.6, 0, 0, 0, 0])
BRIGHTEST = np.float32([0, 2, 0.3, 0.3, np.inf, 0.3])
HILLS = 8


@dataclass(frozen=True, eq=False)
class _Head:
    """A picture of a head, and what is where in it.

    The fluid around the brain and in the valleys between its folds is in none of the masks: right
    solutions differ there.

    Attributes
    ----------
    image : ndarray of 2 or 3 dimensions
        The picture, noise included.
    brain : ndarray of bool, of the image's shape, as all masks
        The brain, ventricles included.
    ventricles : ndarray of bool
        The dark holes in the brain.
    scalp_and_bone : ndarray of bool
        The bright scalp and the dark bone under it, with the bridges where they cross the bone.
        A neck is in none of the masks.
    background : ndarray of bool
        The air around the head.
    """

    image: np.ndarray
    brain: np.ndarray
    ventricles: np.ndarray
    scalp_and_bone: np.ndarray
    background: np.ndarray


def head(
    brain=(40, 48),
    *,
    margins=4,
    folds=1,
    ventricles=0.2,
    gap=2,
    scalp=3,
    bridges=0,
    bridge_width=2,
    neck=0.0,
    gap_brightness=0.2,
    scalp_brightness=1.5,
    drift=0.0,
    noise=0.02,
    brightness=1000.0,
    dtype="float64",
    seed=0,
):
    """A head with a known brain, in two dimensions or three.

    Lengths are in pixels, and brightnesses in units of the brain's. The image is as large as the
    head with its margins: its sides are ``brain + 2 * (folds + gap + 1 + scalp)`` and the margins.

    Parameters
    ----------
    brain : tuple of 2 or 3 ints
        The brain's extent along each axis, measured between the valleys of its folds.
    margins : int or sequence of pairs of ints
        Background before and after the head along each axis, as in `numpy.pad`.
    folds : int
        Height of the folds.
    ventricles : float between 0 and 0.4
        Length of the ventricles, in units of the brain's extent.
    gap, scalp : int
        Width of the dark gap of fluid and bone, and of the scalp around it.
    bridges : int between 0 and twice the number of dimensions
        How many bright bridges cross the gap, far from one another.
    bridge_width : int
        Their greatest width.
    neck : float
        Width of a bright stalk from the brain to the last plane, in units of the brain's least
        width; 0 for none. What is below the brain in it is in none of the masks.
    gap_brightness, scalp_brightness : float
        Brightness of fluid, bone and ventricles, and of the scalp. Whatever the drift, they stay
        below 0.3, and between 0.6 and 2.
    drift : float
        Difference in brightness between two opposite sides of the head.
    noise : float
        Standard deviation of the noise in both channels of which the image is the magnitude.
    brightness : float
        The brain's mean brightness in the image's own units; leave room for the scalp.
    dtype : str
        The image's dtype; integers are rounded.
    seed : int
        Chooses the shape of the folds, the places of bridges, the drift's direction and the noise.

    Returns
    -------
    Head

    References
    ----------
    H. Gudbjartsson and S. Patz, "The Rician distribution of noisy MRI data", Magnetic Resonance in
    Medicine 34 (1995).

    Examples
    --------
    >>> head(brain=(30, 30), folds=0, gap=2, scalp=3, margins=0).image.shape
    (42, 42)
    """
    rng = np.random.default_rng(seed)
    wall = folds + gap + 1 + scalp
    grid = _centred_grid(brain, wall, np.broadcast_to(margins, (len(brain), 2)))
    radii = np.float32(brain) / 2
    tissue = (
        _inside(grid, radii + wall)
        + _inside(grid, radii + folds + gap + 1)
        + _inside(grid, radii + folds + gap / 2)
        + _inside(grid, radii, folds * _hills(grid, radii, rng))
        + _in_ventricles(grid, ventricles * radii)
    )
    levels = np.float32([0, scalp_brightness, gap_brightness, gap_brightness, 1, gap_brightness])
    slope = 1 + drift / 2 * _along(_scaled(grid, radii + wall), _directions(len(grid), rng)[0])
    clean = np.clip(levels[tissue] * slope, DARKEST[tissue], BRIGHTEST[tissue])
    for direction in _directions(len(grid), rng)[:bridges]:
        on_bridge = _on_ray(grid, direction, bridge_width)
        clean[on_bridge & ((tissue == BONE) | (tissue == FLUID))] = 1
    stalk = _on_stalk(grid, neck * min(brain)) & (tissue < BRAIN)
    clean[stalk] = 1
    return _Head(
        image=_photograph(clean, noise, rng, brightness, dtype),
        brain=tissue >= BRAIN,
        ventricles=tissue == VENTRICLE,
        scalp_and_bone=((tissue == SCALP) | (tissue == BONE)) & ~stalk,
        background=(tissue == AIR) & ~stalk,
    )


def _centred_grid(brain, wall, margins):
    """Return a broadcastable array of coordinates for each axis, 0 in the middle of the head."""
    sides = zip(brain, margins, strict=True)
    axes = [np.arange(-a - wall, n + wall + b) - (n - 1) / 2 for n, (a, b) in sides]
    return np.ix_(*(axis.astype(np.float32) for axis in axes))


def _inside(grid, radii, hills=0):
    """Return 1 in an ellipsoid and 0 outside; its radii are longer where it has hills."""
    return (sum(x**2 for x in _scaled(grid, [r + hills for r in radii])) < 1).view(np.uint8)


def _in_ventricles(grid, radii):
    """Return 1 in two ellipsoids side by side, left and right of the middle of the last axis."""
    if not radii.all():
        return np.uint8(0)
    *others, across = grid
    *lengths, width = radii
    return _inside((*others, np.abs(across) - width / 2), (*lengths, width / 3))


def _hills(grid, radii, rng):
    """Return heights between 0 and 1 that depend on the direction only: hills on a sphere."""
    unit = _scaled(grid, radii)
    distance = np.sqrt(sum(x**2 for x in unit)) + np.float32(1e-6)
    one_way, other_way, *_ = _directions(len(grid), rng)
    winding = np.cos(HILLS / 2 * _along(unit, other_way) / distance)
    return (1 + np.cos(HILLS * _along(unit, one_way) / distance + 2 * winding)) / 2


def _on_ray(grid, direction, width):
    """Return True on a bar from the middle outwards, across which lie at most `width` pixels."""
    main = np.argmax(np.abs(direction))
    steps = grid[main] / direction[main]
    near = [np.abs(x - steps * d) < width / 2 for x, d in zip(grid, direction, strict=True)]
    return np.logical_and.reduce(np.broadcast_arrays(*near, steps > 0))


def _on_stalk(grid, width):
    """Return True on a round bar from the middle down the first axis, this wide."""
    down, *across = grid
    return (down > 0) & (sum(x**2 for x in across) < (width / 2) ** 2)


def _photograph(clean, noise, rng, brightness, dtype):
    """Return the magnitude of a clean image with noise in both channels, in the wanted units."""
    real, imaginary = np.float32(noise) * rng.standard_normal((2, *clean.shape), dtype=np.float32)
    image = brightness * np.hypot(clean + real, imaginary)
    return (np.rint(image) if np.issubdtype(dtype, np.integer) else image).astype(dtype)


def _scaled(grid, radii):
    return [x / r for x, r in zip(grid, radii, strict=True)]


def _along(grid, direction):
    return sum(x * d for x, d in zip(grid, direction, strict=True))


def _directions(number, rng):
    """Return unit vectors at right angles to one another, then their opposites."""
    frame = np.linalg.qr(rng.standard_normal((number, number)))[0].astype(np.float32)
    return [*frame, *-frame]
