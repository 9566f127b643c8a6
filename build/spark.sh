# Sourced by ./taswiya: "./taswiya spark", the billing run on a cluster. Built on first use and apart from the product,
# which never fetches Spark.
#   TASWIYA_SPARK_HEAP   heap of Spark on this machine, 2g unless it says otherwise

. "$root/build/apart.sh"

spark_module=$root/spark/target # lib/*.jar, lib-spark/*.jar

run_spark() {
    run_apart Spark spark '; some 300 MB are fetched the first time' core intake store deliver run || exit 1
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
