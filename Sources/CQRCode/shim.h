#ifndef CLEANCLAIM_QRCODE_SHIM_H
#define CLEANCLAIM_QRCODE_SHIM_H
#include <qrencode.h>
#endif
