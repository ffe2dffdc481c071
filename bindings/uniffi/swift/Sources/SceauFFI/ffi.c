#include "SceauFFI.h"
