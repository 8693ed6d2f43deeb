#pragma once

#include <stddef.h>
#include <stdint.h>

// Pictures that come from outside, by Leptonica (the image library of Tesseract) and libexif.

enum CPictureFormat {
  CPictureUnknown,
  CPictureBMP,
  CPictureGIF,
  CPictureJPEG,
  CPicturePNG,
  CPicturePNM,
  CPictureTIFF,
  CPictureWebP,
};

struct CPictureHeader {
  enum CPictureFormat format;
  // 0 where the format tells them only with the whole picture: BMP and GIF.
  int width, height;
};

struct CPicture {
  // The sides as seen: after the orientation, before the reduction.
  int width, height;
  int columns, rows;
  // Four bytes a pixel: red, green, blue, opacity.
  uint8_t *pixels;
};

// What the first bytes say, without decoding.
struct CPictureHeader cpicture_header(const uint8_t *bytes, size_t size);

// The EXIF orientation of a JPEG, 1 to 8; 1 where it has none.
int cpicture_orientation(const uint8_t *bytes, size_t size);

// Decodes, turns, and reduces to about `most_pixels`; 0 where the bytes are no whole picture. Of
// a GIF's palette, one place may be transparent, -1 for none. The caller frees the pixels.
int cpicture_decode(
    const uint8_t *bytes, size_t size, int orientation, int transparent, long most_pixels,
    struct CPicture *picture);

// A file's bytes, for the caller to free, and their number; a null pointer on failure. `channels`
// bytes a pixel: 1, 3 or 4. `quality` is that of JPEG and WebP, 0 to 100.
uint8_t *cpicture_encode(
    const uint8_t *pixels, int width, int height, int channels, enum CPictureFormat format,
    int quality, size_t *size);
