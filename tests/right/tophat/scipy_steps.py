import scipy.ndimage as ndi


def opening(img, fp):
    return ndi.grey_dilation(ndi.grey_erosion(img, footprint=fp), footprint=fp)


def closing(img, fp):
    return ndi.grey_erosion(ndi.grey_dilation(img, footprint=fp), footprint=fp)


def white_tophat(img, fp):
    return img - ndi.grey_dilation(ndi.grey_erosion(img, footprint=fp), footprint=fp)


def black_tophat(img, fp):
    return ndi.grey_erosion(ndi.grey_dilation(img, footprint=fp), footprint=fp) - img
