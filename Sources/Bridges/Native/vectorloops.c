#include "vectorloops.h"

#include <string.h>

#include "eachprocessor.h"

// A product and a sum are two roundings, as in NumPy.
#pragma STDC FP_CONTRACT OFF

FOR_EACH_PROCESSOR
void vectorloops_descend_f64(double *x, const double *slopes, double rate, size_t count) {
  for (size_t i = 0; i < count; i++) x[i] -= rate * slopes[i];
}

FOR_EACH_PROCESSOR
void vectorloops_descend_f32(float *x, const float *slopes, float rate, size_t count) {
  for (size_t i = 0; i < count; i++) x[i] -= rate * slopes[i];
}

#define DEFINE_ADD_BIASES(name, scalar)                                                         \
  FOR_EACH_PROCESSOR                                                                            \
  void name(scalar *x, const scalar *biases, size_t rows, size_t columns, size_t stride) {      \
    for (size_t row = 0; row < rows; row++, x += stride) {                                      \
      const scalar bias = biases[row];                                                          \
      for (size_t i = 0; i < columns; i++) x[i] += bias;                                        \
    }                                                                                           \
  }

DEFINE_ADD_BIASES(vectorloops_add_biases_f64, double)
DEFINE_ADD_BIASES(vectorloops_add_biases_f32, float)

#define ADD_COLUMNS(scalar, lanes)                                                              \
  for (; rows - row >= lanes; row += lanes) {                                                   \
    VECTOR(scalar, lanes) sum, next;                                                            \
    memcpy(&sum, sums + row, sizeof sum);                                                       \
    for (size_t column = 0; column < columns; column++) {                                       \
      memcpy(&next, x + column * rows + row, sizeof next);                                      \
      sum += next;                                                                              \
    }                                                                                           \
    memcpy(sums + row, &sum, sizeof sum);                                                       \
  }

#define DEFINE_ADD_COLUMNS(name, scalar)                                                        \
  FOR_EACH_PROCESSOR                                                                            \
  void name(scalar *sums, const scalar *x, size_t rows, size_t columns) {                       \
    FOR_LANES(ADD_COLUMNS, scalar)                                                              \
  }

DEFINE_ADD_COLUMNS(vectorloops_add_columns_f64, double)
DEFINE_ADD_COLUMNS(vectorloops_add_columns_f32, float)

// Exchanges halves, quarters or eighths of a pair of vectors.
#define EXCHANGE(a, b, a0, a1, a2, a3, a4, a5, a6, a7, b0, b1, b2, b3, b4, b5, b6, b7)          \
  {                                                                                             \
    const eight first = a;                                                                      \
    a = __builtin_shufflevector(first, b, a0, a1, a2, a3, a4, a5, a6, a7);                      \
    b = __builtin_shufflevector(first, b, b0, b1, b2, b3, b4, b5, b6, b7);                      \
  }

#define DEFINE_TRANSPOSE(name, scalar)                                                          \
  FOR_EACH_PROCESSOR                                                                            \
  void name(                                                                                    \
      const scalar *x, scalar *restrict transposed, size_t rows, size_t columns,                \
      size_t stride) {                                                                          \
    typedef VECTOR(scalar, 8) eight;                                                            \
    const size_t whole_rows = rows & ~(size_t)7, whole_columns = columns & ~(size_t)7;          \
    for (size_t row = 0; row < whole_rows; row += 8) {                                          \
      for (size_t column = 0; column < whole_columns; column += 8) {                            \
        eight v[8];                                                                             \
        for (int i = 0; i < 8; i++)                                                             \
          memcpy(&v[i], x + (row + i) * stride + column, sizeof v[i]);                          \
        for (int i = 0; i < 8; i += 2)                                                          \
          EXCHANGE(v[i], v[i + 1], 0, 8, 2, 10, 4, 12, 6, 14, 1, 9, 3, 11, 5, 13, 7, 15)        \
        for (int i = 0; i < 8; i += i % 2 ? 3 : 1)                                              \
          EXCHANGE(v[i], v[i + 2], 0, 1, 8, 9, 4, 5, 12, 13, 2, 3, 10, 11, 6, 7, 14, 15)        \
        for (int i = 0; i < 4; i++)                                                             \
          EXCHANGE(v[i], v[i + 4], 0, 1, 2, 3, 8, 9, 10, 11, 4, 5, 6, 7, 12, 13, 14, 15)        \
        for (int i = 0; i < 8; i++)                                                             \
          memcpy(transposed + (column + i) * rows + row, &v[i], sizeof v[i]);                   \
      }                                                                                         \
    }                                                                                           \
    for (size_t column = 0; column < columns; column++) {                                       \
      const size_t first = column < whole_columns ? whole_rows : 0;                             \
      for (size_t row = first; row < rows; row++)                                               \
        transposed[column * rows + row] = x[row * stride + column];                             \
    }                                                                                           \
  }

DEFINE_TRANSPOSE(vectorloops_transpose_f64, double)
DEFINE_TRANSPOSE(vectorloops_transpose_f32, float)
