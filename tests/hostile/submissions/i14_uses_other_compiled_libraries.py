"""Tries Pillow's kernels, pandas' windows, OpenCV, and what else may be installed."""

import numpy as np


def by_pillow(image, kernel):
    from PIL import Image, ImageFilter

    return np.asarray(
        Image.fromarray(image.astype(np.uint8)).filter(
            ImageFilter.Kernel(kernel.shape, list(kernel.ravel()), scale=1)
        ),
        float,
    )


def by_pandas(image, kernel):
    import pandas

    wide = np.pad(image, [(k // 2, k // 2) for k in kernel.shape])
    if not np.all(kernel == kernel.flat[0]):
        raise ValueError
    rows = pandas.DataFrame(wide).rolling(kernel.shape[0]).sum().to_numpy()[kernel.shape[0] - 1 :]
    sums = pandas.DataFrame(rows.T).rolling(kernel.shape[1]).sum().to_numpy()[kernel.shape[1] - 1 :]
    return sums.T * kernel.flat[0]


def by_opencv(image, kernel):
    import cv2

    return cv2.filter2D(image, -1, kernel, borderType=cv2.BORDER_CONSTANT)


def by_dipy(image, kernel):
    from dipy.denoise.denspeed import nlmeans_3d

    return nlmeans_3d(image[None], kernel)[0]


def by_torch(image, kernel):
    import torch

    return torch.nn.functional.conv2d(
        torch.tensor(image)[None, None], torch.tensor(kernel)[None, None], padding="same"
    ).numpy()[0, 0]


def convolve2d(image, kernel):
    for way in (by_pillow, by_pandas, by_opencv, by_dipy, by_torch):
        try:
            return way(image.astype(float), kernel.astype(float))
        except Exception:
            continue
    raise LookupError
