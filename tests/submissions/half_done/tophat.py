from skimage.morphology import dilation, erosion


def opening(image, footprint):
    return dilation(erosion(image, footprint), footprint)


def closing(image, footprint):
    return erosion(dilation(image, footprint), footprint)
