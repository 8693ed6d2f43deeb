// Loops over many numbers, compiled for several instruction sets and chosen at run time; exponentials
// and hyperbolic tangents are SLEEF's, within 1 unit in the last place.

#ifndef VECTORLOOPS_H
#define VECTORLOOPS_H

#include <stddef.h>
#include <stdint.h>

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

// How the bytes of a row become (byte - mean) / divisor.
typedef struct {
  double mean, divisor;
  // What the byte 0 becomes.
  double background;
  // 1 / divisor where a product and its correction give the quotient's bits for every byte on this
  // processor; nan where only a division does.
  double reciprocal;
} vectorloops_standard;

vectorloops_standard vectorloops_make_standard(double mean, double divisor);

// Each of the first `columns` bytes of each row becomes (byte - mean) / divisor as the row's standard
// says, computed in double precision. Rows lie `stride` elements apart in both places.
void vectorloops_standardize_f64(
    const uint8_t *bytes, const vectorloops_standard *standards,
    size_t rows, size_t columns, size_t stride, double *standardized);
void vectorloops_standardize_f32(
    const uint8_t *bytes, const vectorloops_standard *standards,
    size_t rows, size_t columns, size_t stride, float *standardized);

#endif
