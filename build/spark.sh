# Sourced by ./taswiya: "./taswiya spark", the billing run on a cluster. Built on first use and apart from the product,
# which never fetches Spark.
#   TASWIYA_SPARK_HEAP   heap of Spark on this machine, 2g unless it says otherwise

spark_module=$root/spark/target # lib/*.jar, lib-spark/*.jar, built (its time is that of the build's start)

run_spark() {
    spark_is_current || build_spark || exit 1
    local jar class_path=
    for jar in "$spark_module"/taswiya-spark-*.jar "$spark_module"/lib/*.jar "$spark_module"/lib-spark/*.jar; do
        class_path=$class_path${class_path:+:}$jar
    done
    export SPARK_LOCAL_IP=${SPARK_LOCAL_IP:-127.0.0.1}
    # shellcheck disable=SC2086 # the options are words, to be split
    exec "$jdk/bin/java" "-Xmx${TASWIYA_SPARK_HEAP:-2g}" "@$root/spark/java.options" \
        -Dstdin.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
        "-Dtaswiya.root=$root" ${TASWIYA_JAVA_OPTS:-} -cp "$class_path" org.taswiya.spark.TaswiyaSpark "$@"
}

spark_is_current() {
    [ -f "$spark_module/built" ] && [ -z "$(find "$root/pom.xml" "$root/.mvn" "$root"/{core,intake,store,deliver,run,spark}/{pom.xml,src/main} \
        -cnewer "$spark_module/built" -print 2>&1)" ]
}

build_spark() {
    . "$root/build/build.sh"
    lock_build
    if spark_is_current; then # somebody else built it while we waited
        unlock_build
        return 0
    fi
    say "building: Spark $([ -f "$spark_module/built" ] && echo 'is older than its sources' || echo 'is not built yet; some 300 MB are fetched the first time') (log: $logs/spark.log)"
    mkdir -p "$logs"
    : >"$logs/spark-started" # becomes $spark_module/built: what changes from now on makes the next build
    rm -rf "$spark_module/lib" "$spark_module/lib-spark"
    started=$SECONDS
    if ! run_maven "$logs/spark.log" package --projects spark --also-make -DskipTests; then
        show_failure "$logs/spark.log"
        return 1
    fi
    mv "$logs/spark-started" "$spark_module/built"
    say "built in $((SECONDS - started)) s"
    unlock_build
}
