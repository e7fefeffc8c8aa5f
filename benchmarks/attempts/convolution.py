"""Wrong convolutions as students write them, with the key of the sentence that is wanted first."""

LOOPS = """
import numpy as np

def convolve2d(image, kernel):
    J, K = kernel.shape
    p, q = J // 2, K // 2
    {before}
    result = np.zeros({shape})
    for i in range({rows}):
        for j in range({columns}):
            {line}
    {after}
    return result
"""
RIGHT = {
    "before": "padded = np.pad(image.astype(float), ((p, p), (q, q)))",
    "shape": "image.shape",
    "rows": "image.shape[0]",
    "columns": "image.shape[1]",
    "line": "result[i, j] = np.sum(padded[i:i+J, j:j+K] * kernel)",
    "after": "",
}


def loops(**changed):
    """Return the usual loops with some parts changed."""
    return LOOPS.format(**(RIGHT | changed))


ATTEMPTS = {
    "two paddings as one": (
        "read_two_paddings_as_one_an_axis",
        loops(before="padded = np.pad(image.astype(float), (p, q))"),
    ),
    "zeros_like": (
        "kept_the_dtype_of_the_input",
        loops(shape="0").replace("np.zeros(0)", "np.zeros_like(image)"),
    ),
    "no padding": ("error:", loops(before="padded = image.astype(float)")),
    "no padding, by indices": (
        "error:",
        loops(
            before="",
            line="result[i, j] = sum(image[i+u, j+v] * kernel[u, v] "
            "for u in range(J) for v in range(K))",
        ),
    ),
    "valid size": (
        "kept_only_whole_neighbourhoods",
        loops(
            before="padded = image.astype(float)",
            shape="(image.shape[0] - J + 1, image.shape[1] - K + 1)",
            rows="image.shape[0] - J + 1",
            columns="image.shape[1] - K + 1",
        ),
    ),
    "no return": ("returned_nothing", loops().replace("return result", "print(result)")),
    "return in the inner loop": (
        "returned_inside_the_loop",
        loops(line="result[i, j] = np.sum(padded[i:i+J, j:j+K] * kernel); return result"),
    ),
    "return in the outer loop": (
        "returned_inside_the_loop",
        loops()
        .replace("    \n    return", "        return")
        .replace("    return result", "        return result"),
    ),
    "matrix product": (
        "took_the_matrix_product",
        loops(line="result[i, j] = np.sum(padded[i:i+J, j:j+K] @ kernel)"),
    ),
    "the book's loop of three": (
        "assumed_a_side_of_three",
        loops(
            before="padded = np.pad(image.astype(float), 1)",
            line="result[i, j] = np.sum(padded[i:i+3, j:j+3] * kernel)",
        ),
    ),
    "i and j swapped in the result": (
        "swapped_rows_and_columns",
        loops(line="result[j, i] = np.sum(padded[i:i+J, j:j+K] * kernel)"),
    ),
    "i and j swapped in the window": (
        "swapped_rows_and_columns",
        loops(line="result[i, j] = np.sum(padded[j:j+J, i:i+K] * kernel)"),
    ),
    "border left out": (
        "left_the_border_at_zero",
        loops(
            before="padded = image.astype(float)",
            line="result[i, j] = np.sum(padded[i-p:i+p+1, j-q:j+q+1] * kernel) "
            "if p <= i < image.shape[0]-p and q <= j < image.shape[1]-q else 0",
        ),
    ),
    "border of one left out": (
        "left_the_border_at_zero",
        loops(
            before="padded = image.astype(float)",
            line="result[i, j] = np.sum(padded[i-1:i+2, j-1:j+2] * kernel) "
            "if 1 <= i < image.shape[0]-1 and 1 <= j < image.shape[1]-1 else 0",
        ),
    ),
    "written into the padded image": (
        "wrote_into_the_image_it_reads",
        loops(
            line="padded[i+p, j+q] = np.sum(padded[i:i+J, j:j+K] * kernel)",
            after="result = padded[p:p+image.shape[0], q:q+image.shape[1]]",
        ),
    ),
    "divided by the sum": (
        "divided_by_the_sum_of_the_kernel",
        loops(before="kernel = kernel / kernel.sum()\n    " + RIGHT["before"]),
    ),
    "mean": ("took_the_mean", loops(line="result[i, j] = np.mean(padded[i:i+J, j:j+K] * kernel)")),
    "flipped": (
        "flipped_the_kernel",
        loops(before="kernel = kernel[::-1, ::-1]\n    " + RIGHT["before"]),
    ),
    "left and right flipped": (
        "flipped_the_columns_only",
        loops(before="kernel = kernel[:, ::-1]\n    " + RIGHT["before"]),
    ),
    "bytes multiplied": (
        "multiplied_integers_as_they_are",
        loops(before="padded = np.pad(image, ((p, p), (q, q)))"),
    ),
    "clipped": ("clipped_to_bytes", loops(after="result = np.clip(result, 0, 255)")),
    "padded edge": (
        "repeated_the_border",
        loops(before="padded = np.pad(image.astype(float), ((p, p), (q, q)), mode='edge')"),
    ),
    "padded symmetric": (
        "mirrored_the_border",
        loops(before="padded = np.pad(image.astype(float), ((p, p), (q, q)), mode='symmetric')"),
    ),
    "cut with [p:-p]": (
        "cut_off_an_empty_border",
        loops(
            before=RIGHT["before"] + "\n    framed = np.zeros(padded.shape)",
            line="framed[i+p, j+q] = np.sum(padded[i:i+J, j:j+K] * kernel)",
            after="result = framed[p:-p, q:-q]",
        ),
    ),
    "padded behind only": (
        "put_the_neighbourhood_off_the_middle",
        loops(before="padded = np.pad(image.astype(float), ((0, 2*p), (0, 2*q)))"),
    ),
    "rows for columns": ("assumed_a_square_image", loops(columns="image.shape[0]")),
    "one row short": (
        "stopped_one_pixel_short",
        loops(rows="image.shape[0] - 1", columns="image.shape[1] - 1"),
    ),
    "last weight left out": (
        "left_out_part_of_the_kernel",
        loops(
            line="result[i, j] = sum(padded[i+u, j+v] * kernel[u, v] "
            "for u in range(J-1) for v in range(K))"
        ),
    ),
    "absolute": ("took_the_absolute_value", loops(after="result = np.abs(result)")),
    "rounded": ("rounded_the_sums", loops(after="result = np.round(result)")),
    "cast to the image's dtype": (
        "kept_the_dtype_of_the_input",
        loops(after="result = result.astype(image.dtype)"),
    ),
    "two faults: flipped, zeros_like": (
        "flipped_the_kernel",
        loops(before="kernel = np.flip(kernel)\n    " + RIGHT["before"], shape="0").replace(
            "np.zeros(0)", "np.zeros_like(image)"
        ),
    ),
    "two faults: three, zeros_like": (
        "assumed_a_side_of_three",
        loops(
            before="padded = np.pad(image, 1)",
            shape="0",
            line="result[i, j] = np.sum(padded[i:i+3, j:j+3] * kernel)",
        ).replace("np.zeros(0)", "np.zeros_like(image)"),
    ),
    "a name that is not defined": ("error:", loops(line="result[i, j] = np.sum(window * kernel)")),
    "an average of one number": ("returned_no_array", loops(after="return float(result.sum())")),
    "a list": ("returned_a_list", loops(after="return result.tolist()")),
    "total never set back": (
        "never_reset_the_sum",
        loops(
            before=RIGHT["before"] + "\n    total = 0.0",
            line="total += np.sum(padded[i:i+J, j:j+K] * kernel); result[i, j] = total",
        ),
    ),
    "put in place of the one before": (
        "kept_one_product_only",
        loops(
            line="for u in range(J * K): result[i, j] = padded[i + u // K, j + u % K] * "
            "kernel[u // K, u % K]"
        ),
    ),
    "total set back in the loop over the kernel": (
        "left_out_part_of_the_kernel",
        loops(line="for u in range(J): result[i, j] = np.sum(padded[i+u, j:j+K] * kernel[u])"),
    ),
    "index 0 taken for the border": (
        "took_the_first_pixels_for_the_border",
        loops(
            before="image = image.astype(float); image[0] = 0; image[:, 0] = 0\n    "
            + RIGHT["before"]
        ),
    ),
    "last index taken for the border": (
        "took_the_last_pixels_for_the_border",
        loops(
            before="image = image.astype(float); image[-1] = 0; image[:, -1] = 0\n    "
            + RIGHT["before"]
        ),
    ),
    "transposed by its letters": (
        "transposed_the_kernel",
        loops(line="result[i, j] = np.einsum('uv,vu', padded[i:i+J, j:j+K], kernel)"),
    ),
    "one added to all sums": ("added_to_all_sums", loops(after="result += 1")),
    "ones beyond the border": (
        "surrounded_by_a_number",
        loops(before=RIGHT["before"].replace("(q, q))", "(q, q)), constant_values=1")),
    ),
    "one long row": ("returned_one_row", loops(after="return result.ravel()")),
    "last row and column of the kernel unused": (
        "left_out_part_of_the_kernel",
        loops(line="result[i, j] = np.sum((padded[i:i+J, j:j+K] * kernel)[:-1, :-1])"),
    ),
    "small images returned": (
        "returned_the_image_if_small",
        loops(before="if J > len(image): return image.astype(float)\n    " + RIGHT["before"]),
    ),
    "two faults: clipped, divided by the sum": (
        "divided_by_the_sum_of_the_kernel",
        loops(after="result = (result / kernel.sum()).clip(0, 255)"),
    ),
    "first row left out": ("first_left_out_row", loops(after="result[0] = 0")),
    "weights without their sign": (
        "took_weights_for_positive",
        loops(before="kernel = abs(kernel)\n    " + RIGHT["before"]),
    ),
    "padded by all of the kernel": (
        "put_the_neighbourhood_off_the_middle",
        loops(before="padded = np.pad(image.astype(float), ((J, J), (K, K)))"),
    ),
    "two faults: mean, and mirrored": (
        "took_the_mean",
        loops(
            before="padded = np.pad(image.astype(float), ((p, p), (q, q)), mode='reflect')",
            line="result[i, j] = np.mean(padded[i:i+J, j:j+K] * kernel)",
        ),
    ),
    "clipped to 0 and 1": ("ends_at_one", loops(after="result = result.clip(0, 1)")),
    "at most 1": ("ends_at_one", loops(after="result = np.minimum(result, 1)")),
    "clipped to -1 and 1": ("ends_at_one", loops(after="result = result.clip(-1, 1)")),
    "rounded to tenths": ("rounded_to_decimals", loops(after="result = result.round(1)")),
    "rounded to hundredths": ("rounded_to_decimals", loops(after="result = result.round(2)")),
    "image added": ("added_the_image", loops(after="result += image")),
    "image less the sums": ("added_the_image", loops(after="result = image - result")),
}
