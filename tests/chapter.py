"""What the chapter has, and where an executed notebook shows it: patterns, by notebook and row."""

BOOK = (
    r"\[Data Science for Neuroimaging\]\(http://neuroimaging-data-science\.org\).*"
    r"\*\*You will be able to\*\*.*\*\*You need\*\*.*about \d+ minutes.*autograder hint"
)
ENDS = (
    r"## Key points .*## Five questions for yourself (.*<summary>Answer</summary>){5}.*"
    r"## Challenge: .*\(\d+ minutes, optional\).*## Further reading .*scikit-image\.org"
)

CHAPTER = {
    "convolution": {
        "book, aims, time, hints": BOOK,
        "why images; Cajal": r"Ramón y Cajal.*themarginalian\.org",
        "12.1 neighbours matter": r"the same pixels, shuffled: \(112, 112\)",
        "12.3 the order of channels": r"BGR, read as RGB: .*in colour",
        "12.3 the photograph and two pixels": r"\(512, 512, 3\) uint8, 0 to 255, in colour, marked",
        "12.3 their values": r"\[122 14 29\].*\[ ?79 36 126\]",
        "imshow and matshow, colour maps": r"imshow, no channels: viridis: .*colour map viridis",
        "12.4.1 rgb2gray and its question": r"Question: Why these greys\?",
        "12.4.2 image and kernel": r"image: rows 2 0 1 3 1; .* kernel: rows 0 1 0; 2 5 3; 0 4 0",
        "12.4.2 one pixel, by product and sum": r"products: sum 72: rows 0 1 0; 18 25 0; 0 28 0",
        "12.4.2 padding and the first pixel": r"padded image: rows 0 0 0.*products: sum 26",
        "12.4.2 a loop over one row": r"row 1 of the result: \[53\. 80\. 72\. 27\. 43\.\]",
        "12.4.2 the whole result": r"your result for the small image: rows 26 43 34 20 19",
        "12.4.2 the Gaussian kernel": r"Gaussian kernel, sigma 1\.5: \(13, 13\)",
        "12.4.2 blur beside the original": r"photograph: .* yours: \(112, 112\) float64",
        "12.4.3 gaussian of scikit-image": r"scikit-image, its default: .*difference: at most 0\.5",
        "12.4.3 the sigma experiment": r"sigma 1: .* sigma 3: .* sigma 8: .* sigma 5: \(512, 512\)",
        "12.4.3 Sobel on the photograph": r"sobel: \(512, 512\).*sobel_h: \(512.*sobel_v: \(512",
        "12.4.3 Sobel on the volume": r"sobel plane 6: .*plane 12: .*plane 18: ",
        "12.4.3 h and v refuse a volume": r"sobel_h: The parameter .*sobel_v: The parameter",
        "12.4.3 the question on Sobel": r"Question: What do the Sobel filters emphasise\?",
        "12.4.2 convolutional networks": r"convolutional neural network.*padding.*stride",
        "12.5 key points, questions, more to read": ENDS,
    },
    "convolution3d": {
        "book, aims, time, hints": BOOK,
        "12.2 more than two dimensions": r"planes, rows, columns: \(24, 58, 58\)",
        "12.3 time as a dimension": r"\(20, 3, 21, 17\).*voxel \[1, 10, 8\]: 20 values",
        "exercise: convolution of a volume": r"sums of the planes: \[ ?2 39 27\] together: 68",
        "its result": r"your result, plane 1: rows 16 21 30 18; 25 68 32 32; 21 36 25 48",
        "12.4.3 a BOLD volume, smoothed": r"BOLD.*plane 10: .*plane 10, sigma 1: \(96, 128\)",
        "12.4.3 gaussian in three dimensions": r"difference: at most \d\.?\d*e-1[2-4]: \(48, 48\)",
        "12.4.3 other slices": r"flat kernel: \(7, 9\).*full kernel: \(7, 9\)",
        "12.5 key points, questions, more to read": ENDS,
    },
    "tophat": {
        "book, aims, time, hints": BOOK,
        "12.4.4 structuring element and kernel": r"structuring element\. Nothing is multiplied",
        "12.4.4 erosion and dilation": r"erosion: rows 4 4 4.* dilation: rows 4 4 4",
        "12.4.4 the cross is the default": r"uses the same cross if you pass no footprint",
        "12.4.4 the phantom": r"phantom: \(400, 400\)",
        "12.4.4 noise": r"with salt and pepper: \(400, 400\)",
        "12.4.4 erosion of the noise": r"its erosion: \(400, 400\)",
        "12.4.4 dilation of the erosion": r"salt only: .*your opening: \(400, 400\)",
        "12.4.4 edges": r"phantom - erosion: \(400, 400\) .*white 0\.3",
        "12.4.4 opening, radius 7, the skull goes": r"without its skull.*difference: at most 0\.8",
        "12.4.4 closing, radius 7, of all of it": r"your closing: \(400, 400\)",
        "exercise: top-hats": r"your white top-hat, cross: rows.*your black top-hat, square: rows",
        "exercise: footprints": r"disk, radius 1: .*diamond, radius 8: .*square, side 17: ",
        "exercise: what they emphasise": r"Question: What do the top-hats emphasise\?",
        "12.5 key points, questions, more to read": ENDS,
    },
    "skull_removal": {
        "book, aims, time, hints": BOOK,
        "exercise: the Gaussian's slice": r"plane 15 of a head: .*smoothed, sigma 1: \(58, 58\)",
        "exercise: open it and look": r"smoothed, then opened, radius 4: \(58, 58\)",
        "exercise: remove its skull": r"The smoothed slice from the beginning, its brain",
        "exercise: what is lost": r"Question: What is lost with the skull\?",
        "exercise: in three dimensions": r"Question: Does it work better in three dimensions\?",
        "12.5 key points, questions, more to read": ENDS,
    },
}
