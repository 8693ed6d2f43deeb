#include "cpicture.h"

#include <leptonica/allheaders.h>

static l_int32 written(enum CPictureFormat format) {
  switch (format) {
  case CPictureBMP: return IFF_BMP;
  case CPictureGIF: return IFF_GIF;
  case CPictureJPEG: return IFF_JFIF_JPEG;
  case CPicturePNM: return IFF_PNM;
  case CPictureTIFF: return IFF_TIFF_LZW;
  case CPictureWebP: return IFF_WEBP;
  default: return IFF_PNG;
  }
}

uint8_t *cpicture_encode(
    const uint8_t *pixels, int width, int height, int channels, enum CPictureFormat format,
    int quality, size_t *size) {
  setMsgSeverity(L_SEVERITY_NONE);
  PIX *pix = pixCreate(width, height, channels == 1 ? 8 : 32);
  if (pix == NULL) return NULL;
  if (channels > 1) pixSetSpp(pix, channels);
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++, pixels += channels) {
      l_uint32 value = pixels[0];
      if (channels > 1) composeRGBAPixel(pixels[0], pixels[1], pixels[2], channels == 4 ? pixels[3] : 0, &value);
      pixSetPixel(pix, x, y, value);
    }
  }
  l_uint8 *bytes = NULL;
  l_ok failure;
  switch (format) {
  case CPictureJPEG: failure = pixWriteMemJpeg(&bytes, size, pix, quality, 0); break;
  case CPictureWebP: failure = pixWriteMemWebP(&bytes, size, pix, quality, 0); break;
  case CPictureGIF: {
    PIX *indexed = channels == 1 ? pixClone(pix) : pixOctreeColorQuant(pix, 240, 0);
    failure = indexed == NULL || pixWriteMemGif(&bytes, size, indexed);
    pixDestroy(&indexed);
    break;
  }
  default: failure = pixWriteMem(&bytes, size, pix, written(format));
  }
  pixDestroy(&pix);
  return failure == 0 ? bytes : NULL;
}
