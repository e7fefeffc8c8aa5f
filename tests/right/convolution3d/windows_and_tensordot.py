"""All blocks at once, from scikit-image, summed by tensordot in float32."""

import numpy as np
from skimage.util import view_as_windows


def convolve3d(volume, kernel):
    """Contract the blocks with the kernel."""
    padded = np.pad(volume.astype("float32"), [(n // 2,) * 2 for n in kernel.shape])
    return np.tensordot(view_as_windows(padded, kernel.shape), kernel.astype("float32"), axes=3)
