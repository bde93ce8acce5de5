# The environment that libtorch and Java need, and what Java is always told. Sourced by `tintype` and by bundles.
#
#   tensors  huge where they are of hundreds of megabytes: what is kept would lie in pieces, more than twice as much

# What libtorch needs from the C library: keep freed memory, and do not spin while waiting (docs/decisions/0002).
export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-1}"
if [ "${tensors:-usual}" != huge ]; then
    export MALLOC_MMAP_MAX_="${MALLOC_MMAP_MAX_:-0}"
    export MALLOC_TRIM_THRESHOLD_="${MALLOC_TRIM_THRESHOLD_:-8000000000}"
    export MALLOC_TOP_PAD_="${MALLOC_TOP_PAD_:-67108864}"
fi
export OMP_WAIT_POLICY="${OMP_WAIT_POLICY:-PASSIVE}"
cores=$(getconf _NPROCESSORS_ONLN 2> /dev/null || echo 1)
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-$cores}"
export OPENBLAS_NUM_THREADS="${OPENBLAS_NUM_THREADS:-$OMP_NUM_THREADS}"

# Java reads file names as the locale says; in a bare one every letter but ASCII is lost.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *UTF-8* | *utf8* | *UTF8* | *utf-8*) ;;
    *) export LC_ALL=C.UTF-8 ;;
esac

options=(
    --enable-native-access=ALL-UNNAMED
    --sun-misc-unsafe-memory-access=allow
    -Xlog:disable
    -Djava.awt.headless=true
    -Dorg.bytedeco.javacpp.maxphysicalbytes=0
)
