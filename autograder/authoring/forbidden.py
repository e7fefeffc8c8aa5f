"""Library functions that would do a student's work; a check says which one was called.

Names end where every route passes through: the public functions of a module, and the compiled
ones below them.
"""

WEIGHTED_SUMS = (
    "numpy.convolve",
    "numpy.correlate",
    "numpy._core.multiarray.correlate",
    "numpy._core.multiarray.correlate2",
    "numpy.fft.*",
    "numpy.fft._pocketfft_internal.*",
    "numpy.fft._pocketfft_umath.*",
    "scipy.fft.*",
    "scipy.fft._pocketfft.pypocketfft.*",
    "scipy.fftpack.*",
    "scipy.ndimage.*",
    "scipy.ndimage._nd_image.*",
    "scipy.signal.*",
    "scipy.signal._sigtools.*",
    "scipy.signal._upfirdn_apply.*",
    "skimage.filters.*",
    "skimage.filters._sparse._correlate_sparse",
    "skimage.restoration.*",
)

OPENINGS = (
    "scipy.ndimage.binary_closing",
    "scipy.ndimage.binary_opening",
    "scipy.ndimage.black_tophat",
    "scipy.ndimage.grey_closing",
    "scipy.ndimage.grey_opening",
    "scipy.ndimage.white_tophat",
    "skimage.morphology.area_closing",
    "skimage.morphology.area_opening",
    "skimage.morphology.binary_closing",
    "skimage.morphology.binary_opening",
    "skimage.morphology.black_tophat",
    "skimage.morphology.closing",
    "skimage.morphology.diameter_closing",
    "skimage.morphology.diameter_opening",
    "skimage.morphology.isotropic_closing",
    "skimage.morphology.isotropic_opening",
    "skimage.morphology.opening",
    "skimage.morphology.white_tophat",
    # The same below their public names, which wrap them in some versions.
    "scipy.ndimage._morphology.binary_closing",
    "scipy.ndimage._morphology.binary_opening",
    "scipy.ndimage._morphology.black_tophat",
    "scipy.ndimage._morphology.grey_closing",
    "scipy.ndimage._morphology.grey_opening",
    "scipy.ndimage._morphology.white_tophat",
    "skimage.morphology.gray.black_tophat",
    "skimage.morphology.gray.closing",
    "skimage.morphology.gray.opening",
    "skimage.morphology.gray.white_tophat",
)

ALL = WEIGHTED_SUMS + OPENINGS

# The same under its names in different versions, here those of NumPy 1 and of NumPy 2; every other
# name is there in all of them.
ONE_OF_THESE = (("numpy.fft._pocketfft_internal.*", "numpy.fft._pocketfft_umath.*"),)
