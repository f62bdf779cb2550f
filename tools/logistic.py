"""Logistic regression in Python's standard library, for the calibrations in the folders beside this file."""
import math


def solve(matrix, vector):
    n = len(vector)
    rows = [matrix[i][:] + [vector[i]] for i in range(n)]
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[p] = rows[p], rows[i]
        for r in range(i + 1, n):
            f = rows[r][i] / rows[i][i]
            for c in range(i, n + 1):
                rows[r][c] -= f * rows[i][c]
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (rows[i][n] - sum(rows[i][c] * x[c] for c in range(i + 1, n))) / rows[i][i]
    return x


def sigmoid(z):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))


def fit(points, penalty):
    """points: [(vector, label)]; penalty: on the squares of the weights of standardised features. Newton's method; gives the
    intercept and the weights on the raw features."""
    n = len(points[0][0])
    mean = [sum(x[i] for x, _ in points) / len(points) for i in range(n)]
    deviation = [max(1e-3, math.sqrt(sum((x[i] - mean[i]) ** 2 for x, _ in points) / len(points))) for i in range(n)]
    data = [([1.0] + [(x[i] - mean[i]) / deviation[i] for i in range(n)], y) for x, y in points]
    w = [0.0] * (n + 1)
    for _ in range(12):
        gradient = [0.0] + [-penalty * v for v in w[1:]]
        hessian = [[0.0] * (n + 1) for _ in range(n + 1)]
        for i in range(1, n + 1):
            hessian[i][i] = penalty
        hessian[0][0] = 1e-6
        for x, y in data:
            p = sigmoid(sum(a * b for a, b in zip(w, x)))
            v = p * (1 - p)
            for i in range(n + 1):
                gradient[i] += (y - p) * x[i]
                if v > 1e-5:
                    vi = v * x[i]
                    row = hessian[i]
                    for j in range(i + 1):
                        row[j] += vi * x[j]
        for i in range(n + 1):
            for j in range(i):
                hessian[j][i] = hessian[i][j]
        step = solve(hessian, gradient)
        w = [a + b for a, b in zip(w, step)]
        if max(map(abs, step)) < 1e-4:
            break
    weights = [w[i + 1] / deviation[i] for i in range(n)]
    return w[0] - sum(weights[i] * mean[i] for i in range(n)), weights
