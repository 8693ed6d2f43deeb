#define _GNU_SOURCE
#include "vectorloops.h"

#include <dlfcn.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif
#include <sleef.h>

// A loop over whole vectors; what remains at the end goes through one vector filled up with zeros,
// so that each number's result does not depend on its place.
#define LOOP(name, scalar, vector, lanes, load, store, function, attributes)          \
  attributes static void name(const scalar *x, scalar *y, size_t count) {             \
    size_t i = 0;                                                                     \
    for (; i + lanes <= count; i += lanes) store(y + i, function(load(x + i)));       \
    if (i == count) return;                                                           \
    scalar rest[lanes] = {0};                                                         \
    memcpy(rest, x + i, (count - i) * sizeof(scalar));                                \
    store(rest, function(load(rest)));                                                \
    memcpy(y + i, rest, (count - i) * sizeof(scalar));                                \
  }

#if defined(__x86_64__)

#define AVX512 __attribute__((target("avx512f")))
#define AVX2 __attribute__((target("avx2,fma")))
#define SSE2

// SLEEF's functions of this kind give the same bits with every instruction set that has fused
// multiply-add. sleef.h declares only those of the set that the whole file is compiled for.
#define DECLARE(name)                                \
  AVX512 __m512d Sleef_finz_##name##d8_u10avx512f(__m512d); \
  AVX512 __m512 Sleef_finz_##name##f16_u10avx512f(__m512);  \
  AVX2 __m256d Sleef_finz_##name##d4_u10avx2(__m256d);      \
  AVX2 __m256 Sleef_finz_##name##f8_u10avx2(__m256);
DECLARE(exp)
DECLARE(log)
DECLARE(log1p)
DECLARE(tanh)

#define LOOPS(name)                                                                           \
  LOOP(name##_f64_avx512, double, __m512d, 8, _mm512_loadu_pd, _mm512_storeu_pd,              \
       Sleef_finz_##name##d8_u10avx512f, AVX512)                                                   \
  LOOP(name##_f64_avx2, double, __m256d, 4, _mm256_loadu_pd, _mm256_storeu_pd,                \
       Sleef_finz_##name##d4_u10avx2, AVX2)                                                        \
  LOOP(name##_f64_sse2, double, __m128d, 2, _mm_loadu_pd, _mm_storeu_pd,                      \
       Sleef_##name##d2_u10sse2, SSE2)                                                        \
  LOOP(name##_f32_avx512, float, __m512, 16, _mm512_loadu_ps, _mm512_storeu_ps,               \
       Sleef_finz_##name##f16_u10avx512f, AVX512)                                                  \
  LOOP(name##_f32_avx2, float, __m256, 8, _mm256_loadu_ps, _mm256_storeu_ps,                  \
       Sleef_finz_##name##f8_u10avx2, AVX2)                                                        \
  LOOP(name##_f32_sse2, float, __m128, 4, _mm_loadu_ps, _mm_storeu_ps,                        \
       Sleef_##name##f4_u10sse2, SSE2)

enum { VECTORS_UNKNOWN, VECTORS_SSE2, VECTORS_AVX2, VECTORS_AVX512 };

// The widest vectors that the processor has, or fewer where WORKBOOK_VECTORS says so: a test of the
// narrower ones on a processor that has both.
static int vectors(void) {
  static _Atomic int chosen = VECTORS_UNKNOWN;
  int known = chosen;
  if (known != VECTORS_UNKNOWN) return known;
  const char *wish = getenv("WORKBOOK_VECTORS");
  const int limit = !wish                       ? VECTORS_AVX512
                    : strcmp(wish, "sse2") == 0 ? VECTORS_SSE2
                    : strcmp(wish, "avx2") == 0 ? VECTORS_AVX2
                                                : VECTORS_AVX512;
  if (limit >= VECTORS_AVX512 && __builtin_cpu_supports("avx512f"))
    known = VECTORS_AVX512;
  else if (limit >= VECTORS_AVX2 && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
    known = VECTORS_AVX2;
  else
    known = VECTORS_SSE2;
  chosen = known;
  return known;
}

bool vectorloops_fuses(void) { return vectors() != VECTORS_SSE2; }

#define CHOOSE(name, scalar)                                          \
  void vectorloops_##name(const scalar *x, scalar *y, size_t count) { \
    switch (vectors()) {                                              \
    case VECTORS_AVX512: name##_avx512(x, y, count); break;           \
    case VECTORS_AVX2: name##_avx2(x, y, count); break;               \
    default: name##_sse2(x, y, count);                                \
    }                                                                 \
  }

#elif defined(__aarch64__)

#include <arm_neon.h>

bool vectorloops_fuses(void) { return true; }

#define LOOPS(name)                                                                           \
  LOOP(name##_f64_neon, double, float64x2_t, 2, vld1q_f64, vst1q_f64,                         \
       Sleef_##name##d2_u10advsimd, )                                                         \
  LOOP(name##_f32_neon, float, float32x4_t, 4, vld1q_f32, vst1q_f32,                          \
       Sleef_##name##f4_u10advsimd, )

#define CHOOSE(name, scalar)                                          \
  void vectorloops_##name(const scalar *x, scalar *y, size_t count) { \
    name##_neon(x, y, count);                                         \
  }

#else

bool vectorloops_fuses(void) { return false; }

#define FIRST(x) (*(x))
#define PUT(x, value) (*(x) = (value))
#define LOOPS(name)                                                                           \
  LOOP(name##_f64_plain, double, double, 1, FIRST, PUT, Sleef_##name##_u10, )                 \
  LOOP(name##_f32_plain, float, float, 1, FIRST, PUT, Sleef_##name##f_u10, )

#define CHOOSE(name, scalar)                                          \
  void vectorloops_##name(const scalar *x, scalar *y, size_t count) { \
    name##_plain(x, y, count);                                        \
  }

#endif

#define FUNCTION(name)      \
  LOOPS(name)               \
  CHOOSE(name##_f64, double)\
  CHOOSE(name##_f32, float)

FUNCTION(exp)
FUNCTION(log)
FUNCTION(log1p)
FUNCTION(tanh)

const char *vectorloops_library(void) {
  Dl_info library;
  return dladdr((void *)Sleef_exp_u10, &library) ? library.dli_fname : "";
}

#if defined(__GLIBC__)
#include <gnu/libc-version.h>
const char *vectorloops_c_library(void) { return gnu_get_libc_version(); }
#else
const char *vectorloops_c_library(void) { return ""; }
#endif

const char *vectorloops_compiler(void) { return __VERSION__; }
