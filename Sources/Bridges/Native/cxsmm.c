#include "cxsmm.h"

#include <stddef.h>

#if defined(__x86_64__)

#include <libxsmm.h>
#include <pthread.h>

const char *cxsmm_version(void) { return LIBXSMM_VERSION; }

// Whether LIBXSMM's code for AVX-512 splits the sums along k: it does to hide latencies, in blocks of
// few columns whose rows fit in one vector, but not in its code for AVX2. Four vectors of rows make a
// block, or one on the Xeon Phi.
static bool splits_sums(cxsmm_shape shape, int lanes, int target) {
  if (target < LIBXSMM_X86_AVX512 || shape.k < 2) return false;
  if (target < LIBXSMM_X86_AVX512_CORE) return true;
  const int block = 4 * lanes, rest = shape.m % block;
  return 0 < rest && rest <= lanes && (shape.m > block || shape.n < 12);
}

// The target is LIBXSMM's for the whole program, and the first code made for a shape stays.
static pthread_mutex_t dispatching = PTHREAD_MUTEX_INITIALIZER;

#define KERNEL(name, scalar, dispatch)                                                     \
  cxsmm_kernel name(cxsmm_shape shape) {                                                   \
    const scalar alpha = 1, beta = shape.accumulates ? 1 : 0;                              \
    const int flags = shape.transposes_b ? LIBXSMM_GEMM_FLAG_TRANS_B : 0;                  \
    pthread_mutex_lock(&dispatching);                                                      \
    const int target = libxsmm_get_target_archid();                                        \
    const bool narrows = splits_sums(shape, 64 / sizeof(scalar), target);                  \
    if (narrows) libxsmm_set_target_archid(LIBXSMM_X86_AVX2);                              \
    const cxsmm_kernel kernel = (cxsmm_kernel)dispatch(                                    \
        shape.m, shape.n, shape.k, &shape.lda, &shape.ldb, &shape.ldc, &alpha, &beta,      \
        &flags, NULL);                                                                     \
    if (narrows) libxsmm_set_target_archid(target);                                        \
    pthread_mutex_unlock(&dispatching);                                                    \
    return kernel;                                                                         \
  }

KERNEL(cxsmm_kernel_f64, double, libxsmm_dmmdispatch)
KERNEL(cxsmm_kernel_f32, float, libxsmm_smmdispatch)
KERNEL(cxsmm_sum_kernel_f64, double, libxsmm_dmmdispatch_reducebatch_offs)
KERNEL(cxsmm_sum_kernel_f32, float, libxsmm_smmdispatch_reducebatch_offs)

void cxsmm_multiply_f64(cxsmm_kernel kernel, const double *a, const double *b, double *c) {
  ((libxsmm_dmmfunction)kernel)(a, b, c);
}

void cxsmm_multiply_f32(cxsmm_kernel kernel, const float *a, const float *b, float *c) {
  ((libxsmm_smmfunction)kernel)(a, b, c);
}

void cxsmm_add_up_f64(
    cxsmm_kernel kernel, const double *a, const double *b, double *c, const unsigned long long *at_a,
    const unsigned long long *at_b, unsigned long long count) {
  ((libxsmm_dmmfunction_reducebatch_offs)kernel)(a, b, c, &count, at_a, at_b);
}

void cxsmm_add_up_f32(
    cxsmm_kernel kernel, const float *a, const float *b, float *c, const unsigned long long *at_a,
    const unsigned long long *at_b, unsigned long long count) {
  ((libxsmm_smmfunction_reducebatch_offs)kernel)(a, b, c, &count, at_a, at_b);
}

#else

const char *cxsmm_version(void) { return ""; }

cxsmm_kernel cxsmm_kernel_f64(cxsmm_shape shape) { return NULL; }
cxsmm_kernel cxsmm_kernel_f32(cxsmm_shape shape) { return NULL; }
cxsmm_kernel cxsmm_sum_kernel_f64(cxsmm_shape shape) { return NULL; }
cxsmm_kernel cxsmm_sum_kernel_f32(cxsmm_shape shape) { return NULL; }
void cxsmm_multiply_f64(cxsmm_kernel kernel, const double *a, const double *b, double *c) {}
void cxsmm_multiply_f32(cxsmm_kernel kernel, const float *a, const float *b, float *c) {}
void cxsmm_add_up_f64(
    cxsmm_kernel kernel, const double *a, const double *b, double *c, const unsigned long long *at_a,
    const unsigned long long *at_b, unsigned long long count) {}
void cxsmm_add_up_f32(
    cxsmm_kernel kernel, const float *a, const float *b, float *c, const unsigned long long *at_a,
    const unsigned long long *at_b, unsigned long long count) {}

#endif
