"""All windows at once, from scikit-image, summed by tensordot in float32."""

import numpy as np
from skimage.util import view_as_windows


def convolve2d(image, kernel):
    """Contract the windows with the kernel."""
    (J, K), single = kernel.shape, np.float32
    padded = np.pad(image.astype(single), ((J // 2,) * 2, (K // 2,) * 2), constant_values=0)
    return np.tensordot(view_as_windows(padded, (J, K)), kernel.astype(single), axes=2)
