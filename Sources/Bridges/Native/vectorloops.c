#include "vectorloops.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

// A product and a sum are two roundings, as in NumPy.
#pragma STDC FP_CONTRACT OFF

// The thread sanitizer cannot watch what chooses the code before the program starts.
#if defined(__x86_64__) && defined(__linux__) && !__has_feature(thread_sanitizer)
#define FOR_EACH_PROCESSOR \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

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

// Runs `body` for lanes of 16 rows as long as there are as many, then for fewer and fewer.
#define FOR_LANES(body, scalar)                                                                 \
  size_t row = 0;                                                                               \
  body(scalar, 16) body(scalar, 8) body(scalar, 4) body(scalar, 2) body(scalar, 1)

#define VECTOR(scalar, lanes) scalar __attribute__((vector_size(lanes * sizeof(scalar))))

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

#define DEFINE_STANDARDIZE(name, scalar)                                                        \
  FOR_EACH_PROCESSOR                                                                            \
  void name(                                                                                    \
      const uint8_t *bytes, const double *means, const double *divisors,                        \
      scalar *restrict standardized, size_t count) {                                            \
    for (size_t i = 0; i < count; i++)                                                          \
      standardized[i] = (scalar)((bytes[i] - means[i]) / divisors[i]);                          \
  }

DEFINE_STANDARDIZE(vectorloops_standardize_f64, double)
DEFINE_STANDARDIZE(vectorloops_standardize_f32, float)

FOR_EACH_PROCESSOR
void vectorloops_add_bytes(double *restrict sums, const uint8_t *bytes, size_t count) {
  for (size_t i = 0; i < count; i++) sums[i] += bytes[i];
}

FOR_EACH_PROCESSOR
void vectorloops_add_squares(
    double *restrict sums, const uint8_t *bytes, const double *means, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const double difference = bytes[i] - means[i];
    sums[i] += difference * difference;
  }
}

// How many rows ahead the bytes are fetched: far enough for memory, near enough for the cache.
enum { ROWS_AHEAD = 128 };

// Most pixels of images are background, and to compute them takes longer than to find that out.
static inline bool is_blank(const uint8_t *bytes, uint8_t background, size_t count) {
  const uint64_t blank = background * UINT64_C(0x0101010101010101);
  uint64_t any = 0, next;
  size_t i = 0;
  for (; i + sizeof next <= count; i += sizeof next) {
    memcpy(&next, bytes + i, sizeof next);
    any |= next ^ blank;
  }
  for (; i < count; i++) any |= bytes[i] ^ background;
  return any == 0;
}

#define SCALE(scalar, columns)                                                                  \
  for (size_t row = 0; row < rows; row++, bytes += stride, scaled += stride) {                  \
    const vectorloops_pixel pixel = pixels[places[row]];                                        \
    __builtin_prefetch(bytes + ROWS_AHEAD * stride);                                            \
    if (is_blank(bytes, pixel.background, columns)) {                                           \
      for (size_t i = 0; i < columns; i++) scaled[i] = 0;                                       \
    } else {                                                                                    \
      const scalar scale = (scalar)pixel.scale;                                                 \
      for (size_t i = 0; i < columns; i++) scaled[i] = scale * (bytes[i] - pixel.background);   \
      lively.rows[count] = (uint32_t)row;                                                       \
      lively.places[count++] = places[row];                                                     \
    }                                                                                           \
  }

// The most frequent number of columns, for which the compiler leaves no loop over them.
enum { USUAL_COLUMNS = 32 };

#define DEFINE_SCALE(name, scalar)                                                              \
  FOR_EACH_PROCESSOR                                                                            \
  size_t name(                                                                                  \
      const uint8_t *bytes, const vectorloops_pixel *pixels, const uint32_t *places,            \
      size_t rows, size_t columns, size_t stride, scalar *restrict scaled,                      \
      vectorloops_lively lively) {                                                              \
    size_t count = 0;                                                                           \
    if (columns == USUAL_COLUMNS) {                                                             \
      SCALE(scalar, USUAL_COLUMNS)                                                              \
    } else {                                                                                    \
      SCALE(scalar, columns)                                                                    \
    }                                                                                           \
    return count;                                                                               \
  }

DEFINE_SCALE(vectorloops_scale_f64, double)
DEFINE_SCALE(vectorloops_scale_f32, float)

#define ADD_SLOPES(scalar, lanes)                                                               \
  for (; rows - row >= lanes; row += lanes) {                                                   \
    VECTOR(scalar, lanes) sum, slope;                                                           \
    for (size_t i = 0; i < columns.count; i++) {                                                \
      scalar *column = all + (columns.places[i] - columns.first) * rows + row;                  \
      memcpy(&sum, column, sizeof sum);                                                         \
      memcpy(&slope, some + i * rows + row, sizeof slope);                                      \
      sum += slope;                                                                             \
      memcpy(column, &sum, sizeof sum);                                                         \
    }                                                                                           \
  }

#define DEFINE_ADD_SLOPES(name, scalar)                                                         \
  FOR_EACH_PROCESSOR                                                                            \
  void name(scalar *all, const scalar *some, vectorloops_columns columns, size_t rows) {        \
    FOR_LANES(ADD_SLOPES, scalar)                                                               \
  }

DEFINE_ADD_SLOPES(vectorloops_add_slopes_f64, double)
DEFINE_ADD_SLOPES(vectorloops_add_slopes_f32, float)

// The sums and totals of the lanes stay in registers.
#define DESCEND_ROWS(scalar, lanes)                                                             \
  for (; rows - row >= lanes; row += lanes) {                                                   \
    VECTOR(scalar, lanes) sum, total = {0}, weight, slope;                                      \
    memcpy(&sum, sums + row, sizeof sum);                                                       \
    size_t next = 0;                                                                            \
    for (size_t column = 0; column < columns; column++) {                                       \
      const scalar background = backgrounds[column];                                            \
      const bool has_slopes = !places || (next < count && places[next] == first + column);      \
      const scalar *column_slopes = has_slopes ? slopes + next * rows + row : none;             \
      next += has_slopes;                                                                       \
      memcpy(&slope, column_slopes, sizeof slope);                                              \
      memcpy(&weight, weights + column * rows + row, sizeof weight);                            \
      weight -= rate * (slope + background * sum);                                              \
      memcpy(weights + column * rows + row, &weight, sizeof weight);                            \
      total += background * weight;                                                             \
    }                                                                                           \
    memcpy(totals + row, &total, sizeof total);                                                 \
  }

#define DEFINE_DESCEND_PIXELS(name, scalar)                                                     \
  FOR_EACH_PROCESSOR                                                                            \
  void name(                                                                                    \
      scalar *restrict weights, const scalar *restrict slopes, vectorloops_columns with_slopes, \
      const scalar *backgrounds, const scalar *sums, scalar rate, size_t rows, size_t columns,  \
      scalar *totals) {                                                                         \
    const uint32_t *places = with_slopes.places;                                                \
    const size_t count = with_slopes.count, first = with_slopes.first;                          \
    const scalar none[16] = {0};                                                                \
    FOR_LANES(DESCEND_ROWS, scalar)                                                             \
  }

DEFINE_DESCEND_PIXELS(vectorloops_descend_pixels_f64, double)
DEFINE_DESCEND_PIXELS(vectorloops_descend_pixels_f32, float)
