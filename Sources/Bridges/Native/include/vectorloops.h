// Loops over many numbers, compiled for several instruction sets and chosen at run time; exponentials
// and hyperbolic tangents are SLEEF's, within 1 unit in the last place.

#ifndef VECTORLOOPS_H
#define VECTORLOOPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Whether exponentials and their like give the bits of every processor with fused multiply-add.
bool vectorloops_fuses(void);

// The file of the library that computes them, the version of the C library, which computes single
// ones, and the compiler of these loops.
const char *vectorloops_library(void);
const char *vectorloops_c_library(void);
const char *vectorloops_compiler(void);

// y[i] = exp(x[i]); x and y may be the same.
void vectorloops_exp_f64(const double *x, double *y, size_t count);
void vectorloops_exp_f32(const float *x, float *y, size_t count);

// y[i] = log(x[i]).
void vectorloops_log_f64(const double *x, double *y, size_t count);
void vectorloops_log_f32(const float *x, float *y, size_t count);

// y[i] = log(1 + x[i]).
void vectorloops_log1p_f64(const double *x, double *y, size_t count);
void vectorloops_log1p_f32(const float *x, float *y, size_t count);

// y[i] = tanh(x[i]).
void vectorloops_tanh_f64(const double *x, double *y, size_t count);
void vectorloops_tanh_f32(const float *x, float *y, size_t count);

// x[i] -= rate * slopes[i], the product rounded first.
void vectorloops_descend_f64(double *x, const double *slopes, double rate, size_t count);
void vectorloops_descend_f32(float *x, const float *slopes, float rate, size_t count);

// Adds its bias to each of the first `columns` numbers of each row; rows lie `stride` numbers apart.
void vectorloops_add_biases_f64(
    double *x, const double *biases, size_t rows, size_t columns, size_t stride);
void vectorloops_add_biases_f32(
    float *x, const float *biases, size_t rows, size_t columns, size_t stride);

// Adds the numbers of each row to its sum, the first column first; columns of `rows` lie side by side.
void vectorloops_add_columns_f64(double *sums, const double *x, size_t rows, size_t columns);
void vectorloops_add_columns_f32(float *sums, const float *x, size_t rows, size_t columns);

// Writes rows that lie `stride` numbers apart as columns of `rows` side by side.
void vectorloops_transpose_f64(
    const double *x, double *transposed, size_t rows, size_t columns, size_t stride);
void vectorloops_transpose_f32(
    const float *x, float *transposed, size_t rows, size_t columns, size_t stride);

// standardized[i] = (bytes[i] - means[i]) / divisors[i], computed in double precision.
void vectorloops_standardize_f64(
    const uint8_t *bytes, const double *means, const double *divisors, double *standardized,
    size_t count);
void vectorloops_standardize_f32(
    const uint8_t *bytes, const double *means, const double *divisors, float *standardized,
    size_t count);

// sums[i] += bytes[i].
void vectorloops_add_bytes(double *sums, const uint8_t *bytes, size_t count);

// sums[i] += (bytes[i] - means[i])^2.
void vectorloops_add_squares(
    double *sums, const uint8_t *bytes, const double *means, size_t count);

// How the bytes of a row become numbers: scale * (byte - background).
typedef struct {
  double scale;
  uint8_t background;
} vectorloops_pixel;

// Room for the numbers of some rows and for their places.
typedef struct {
  uint32_t *rows, *places;
} vectorloops_lively;

// Each of the first `columns` bytes of each row becomes what the pixel of the row's place says. Rows
// lie `stride` elements apart in both memories. Returns how many rows are not all background, and
// which.
size_t vectorloops_scale_f64(
    const uint8_t *bytes, const vectorloops_pixel *pixels, const uint32_t *places,
    size_t rows, size_t columns, size_t stride, double *scaled, vectorloops_lively lively);
size_t vectorloops_scale_f32(
    const uint8_t *bytes, const vectorloops_pixel *pixels, const uint32_t *places,
    size_t rows, size_t columns, size_t stride, float *scaled, vectorloops_lively lively);

// Columns of weights, side by side, and the slopes of some of them: `places` says of which, counted
// from `first`; NULL where all columns have theirs.
typedef struct {
  const uint32_t *places;
  size_t count, first;
} vectorloops_columns;

// Adds some slopes, columns of `rows` side by side, to the columns that they belong to.
void vectorloops_add_slopes_f64(
    double *all, const double *some, vectorloops_columns columns, size_t rows);
void vectorloops_add_slopes_f32(
    float *all, const float *some, vectorloops_columns columns, size_t rows);

// Each column of weights loses rate * (its slopes + its background * sums), or without the slopes where
// it has none. Then totals[row] becomes the sum of the row's weights times their backgrounds.
void vectorloops_descend_pixels_f64(
    double *weights, const double *slopes, vectorloops_columns with_slopes,
    const double *backgrounds, const double *sums, double rate,
    size_t rows, size_t columns, double *totals);
void vectorloops_descend_pixels_f32(
    float *weights, const float *slopes, vectorloops_columns with_slopes,
    const float *backgrounds, const float *sums, float rate,
    size_t rows, size_t columns, float *totals);

#endif
