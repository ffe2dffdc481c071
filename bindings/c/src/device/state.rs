//! The stored state of a remembered device, and the key under which it is found.

use core::ffi::c_char;

use sceau::device::{Device, selector};

use crate::limits::{SCEAU_DEVICE_BYTES, SCEAU_DEVICE_SELECTOR_BYTES};
use crate::memory::{Out, answer, bytes, characters, value};
use crate::status::SceauStatus;

/// The stored state of a remembered device. It holds no part of the token but its selector and its
/// number.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauDevice {
    /// What to store.
    pub bytes: [u8; SCEAU_DEVICE_BYTES],
}

impl From<&Device> for SceauDevice {
    fn from(device: &Device) -> Self {
        Self { bytes: *device.as_bytes() }
    }
}

impl TryFrom<SceauDevice> for Device {
    type Error = SceauStatus;

    fn try_from(state: SceauDevice) -> Result<Self, SceauStatus> {
        Ok(Self::from_bytes(&state.bytes)?)
    }
}

/// The key of a device's row. It is not secret.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SceauDeviceSelector {
    /// What to look for.
    pub bytes: [u8; SCEAU_DEVICE_SELECTOR_BYTES],
}

/// Takes the bytes of a stored state: `SCEAU_STATUS_STATE_LENGTH` unless they are
/// `SCEAU_DEVICE_BYTES`. Whether they are authentic is checked wherever the state is used.
///
/// # Safety
///
/// `stored` points to `stored_len` bytes, `device` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_device_parse(
    stored: *const u8,
    stored_len: usize,
    device: *mut SceauDevice,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (stored, out) = unsafe { (bytes(stored, stored_len)?, Out::new(device)?) };
        out.write(SceauDevice::from(&Device::from_bytes(stored)?));
        Ok(())
    })
}

/// Reads the number for the store's compare-and-set; 1 is the first state's.
///
/// # Safety
///
/// `device` points to a state, `generation` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_device_generation(
    device: *const SceauDevice,
    generation: *mut u64,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (device, out) = unsafe { (value(device)?, Out::new(generation)?) };
        out.write(Device::try_from(device)?.generation());
        Ok(())
    })
}

/// Reads the key under which the state is stored.
///
/// # Safety
///
/// `device` points to a state, `selector` to one value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_device_selector_of(
    device: *const SceauDevice,
    selector: *mut SceauDeviceSelector,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (device, out) = unsafe { (value(device)?, Out::new(selector)?) };
        out.write(SceauDeviceSelector { bytes: Device::try_from(device)?.selector() });
        Ok(())
    })
}

/// Reads the key of the row out of a token, which is what came with the request, whatever it is.
///
/// `*found` is 1 if it has the form of a token, else 0 and the selector all zeros. Whether it is
/// authentic is `sceau_device_verify`'s to say.
///
/// # Safety
///
/// `token` points to `token_len` bytes, `found` and `selector` to one value each.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn sceau_device_token_selector(
    token: *const c_char,
    token_len: usize,
    found: *mut u32,
    selector: *mut SceauDeviceSelector,
) -> SceauStatus {
    answer(|| {
        // SAFETY: the caller vouches for the pointers.
        let (token, found_out, out) =
            unsafe { (characters(token, token_len)?, Out::new(found)?, Out::new(selector)?) };
        let read = self::selector(token);
        found_out.write(u32::from(read.is_some()));
        out.write(SceauDeviceSelector { bytes: read.unwrap_or_default() });
        Ok(())
    })
}
