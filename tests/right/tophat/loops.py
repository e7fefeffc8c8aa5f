# plain loops, two dimensions and three apart, no padding: indices are mirrored instead
import numpy as np


def mirror(i, n):
    while i < 0 or i >= n:
        if i < 0:
            i = -i - 1
        else:
            i = 2 * n - 1 - i
    return i


def step2d(image, footprint, pick):
    M, N = image.shape
    J, K = footprint.shape
    out = np.zeros((M, N), dtype=image.dtype)
    for i in range(M):
        for j in range(N):
            values = []
            for u in range(J):
                for v in range(K):
                    if footprint[u, v]:
                        values.append(image[mirror(i + u - J // 2, M), mirror(j + v - K // 2, N)])
            out[i, j] = pick(values)
    return out


def step3d(image, footprint, pick):
    P, M, N = image.shape
    I, J, K = footprint.shape
    out = np.zeros((P, M, N), dtype=image.dtype)
    for p in range(P):
        for i in range(M):
            for j in range(N):
                values = []
                for t in range(I):
                    for u in range(J):
                        for v in range(K):
                            if footprint[t, u, v]:
                                a = mirror(p + t - I // 2, P)
                                b = mirror(i + u - J // 2, M)
                                c = mirror(j + v - K // 2, N)
                                values.append(image[a, b, c])
                out[p, i, j] = pick(values)
    return out


def step(image, footprint, pick):
    if image.ndim == 2:
        return step2d(image, footprint, pick)
    return step3d(image, footprint, pick)


def opening(image, footprint):
    return step(step(image, footprint, min), footprint, max)


def closing(image, footprint):
    return step(step(image, footprint, max), footprint, min)


def white_tophat(image, footprint):
    return image - opening(image, footprint)


def black_tophat(image, footprint):
    return closing(image, footprint) - image


def erode(image, footprint):
    return step(image, footprint, min)


def dilate(image, footprint):
    return step(image, footprint, max)


def find_letters(page):
    row = np.ones((1, 9), int)
    beside = opening(closing(page, row), row.T).astype(int)
    return beside - page > 30
