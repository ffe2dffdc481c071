#include "SceauFFI.h"
#include "library.h"
